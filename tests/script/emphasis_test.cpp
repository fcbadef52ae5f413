#include "script/segments/emphasis.h"

#include <gmock/gmock.h>

#include "book_of.h"

namespace fullcast {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The stressed words of the last of some paragraphs.
std::vector<std::string> Stressed(const Book& book, bool opens = false) {
  const Block& block = book.chapters[0].blocks.back();
  std::vector<std::string> words;
  for (const Span& span : EmphasisReader(book).Read(block, opens)) {
    words.push_back(block.text.substr(span.begin, span.end - span.begin));
  }
  return words;
}

constexpr const char* kPlain = "they said that it was very cold and i did go, don't you know";

TEST(Emphasis, WordsInCapitals) {
  EXPECT_THAT(Stressed(BookOf({kPlain, "It was VERY cold."})), ElementsAre("VERY"));
  EXPECT_THAT(Stressed(BookOf({kPlain, "YOU said THAT, DON'T you know"})),
              ElementsAre("YOU", "THAT, DON'T"));
}

TEST(Emphasis, ARunOfCapitalsIsOneStretch) {
  EXPECT_THAT(Stressed(BookOf({kPlain, "But I DID GO, you know. I DID I GO."})),
              ElementsAre("DID GO", "DID I GO"));
}

TEST(Emphasis, AbbreviationsAndNumbersAreNotStressed) {
  EXPECT_THAT(Stressed(BookOf({kPlain, "The BBC, I and A said that Louis XIV was cold."})),
              IsEmpty());
}

TEST(Emphasis, CapitalsThatOpenAChapterAreNot) {
  const Book book = BookOf({kPlain, "IT WAS VERY cold, but I DID go."});
  EXPECT_THAT(Stressed(book, true), ElementsAre("DID"));
  EXPECT_THAT(Stressed(book), ElementsAre("IT WAS VERY", "DID"));
}

TEST(Emphasis, ALongStretchIsSetOff) {
  EXPECT_THAT(Stressed(BookOf({kPlain, "THEY SAID THAT IT WAS VERY COLD AND THEY GO."})),
              IsEmpty());
}

TEST(Emphasis, ItalicsAndCapitalsTogether) {
  Book book = BookOf({kPlain, "He did go, and it was VERY cold."});
  book.chapters[0].blocks.back().emphasis = {{3, 6}, {22, 31}};
  EXPECT_THAT(Stressed(book), ElementsAre("did", "VERY cold"));
}

TEST(Emphasis, NothingOfAHeading) {
  EXPECT_THAT(Stressed(BookOf({kPlain, "# VERY COLD"})), IsEmpty());
}

TEST(Emphasis, IsCutWithItsBlock) {
  const std::vector<Span> parts = Within({{2, 8}, {10, 12}}, 5, 11);
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].begin, 0U);
  EXPECT_EQ(parts[0].end, 3U);
  EXPECT_EQ(parts[1].begin, 5U);
  EXPECT_EQ(parts[1].end, 6U);
}

}  // namespace
}  // namespace fullcast
