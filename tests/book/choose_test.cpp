// --include, --exclude: what a user overrules.
#include "book/choose.h"

#include <gmock/gmock.h>

#include <string>

#include "book/reading.h"

namespace fullcast {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A book with a table of contents, captions, notes and a chapter that is not read.
Book SomeBook() {
  const auto block = [](BlockKind kind, const std::string& text, const std::string& skip = "") {
    Block made;
    made.kind = kind;
    made.text = text;
    made.skip = skip;
    return made;
  };
  Book book;
  book.chapters.resize(3);
  book.chapters[0].title = "Author's Preface";
  book.chapters[0].blocks = {block(BlockKind::kSkipped, "Contents", "table of contents"),
                             block(BlockKind::kText, "Dear reader.")};
  book.chapters[1].title = "Chapter I. The Lamp";
  book.chapters[1].blocks = {
      block(BlockKind::kText, "It was late."), block(BlockKind::kSkipped, "[Pg 2]", "page number"),
      block(BlockKind::kSceneBreak, "***", "scene break"), block(BlockKind::kCaption, "A lamp.")};
  book.chapters[2].title = "Imprint";
  book.chapters[2].blocks = {block(BlockKind::kHeading, "Imprint", "imprint"),
                             block(BlockKind::kSkipped, "[Pg 3]", "page number"),
                             block(BlockKind::kText, "Printed here.", "imprint")};
  return book;
}

std::vector<std::string> Read(const std::vector<ReadingRule>& rules) {
  Book book = SomeBook();
  EXPECT_THAT(Choose(book, {Footnotes::kSkip, rules}), IsEmpty());
  std::vector<std::string> read;
  for (const Block& block : Blocks(book)) {
    if (block.IsRead()) read.push_back(block.text);
  }
  return read;
}

TEST(Choose, LeavesABookAloneWithoutRules) {
  EXPECT_THAT(Read({}), ElementsAre("Dear reader.", "It was late.", "A lamp."));
}

TEST(Choose, ExcludesChaptersByNumberOrTitle) {
  EXPECT_THAT(Read({{false, "1"}}), ElementsAre("It was late.", "A lamp."));
  EXPECT_THAT(Read({{false, "1-2"}}), IsEmpty());
  EXPECT_THAT(Read({{false, "preface"}}), ElementsAre("It was late.", "A lamp."));
  EXPECT_THAT(Read({{false, "chapter i"}}), ElementsAre("Dear reader."));
}

TEST(Choose, IncludesWhatIsSkippedForAReason) {
  EXPECT_THAT(Read({{true, "contents"}}),
              ElementsAre("Contents", "Dear reader.", "It was late.", "A lamp."));
  EXPECT_THAT(Read({{true, "page numbers"}}),
              ElementsAre("Dear reader.", "It was late.", "[Pg 2]", "A lamp.", "[Pg 3]"));
}

TEST(Choose, IncludesAChapterOfWhichNothingIsRead) {
  EXPECT_THAT(Read({{true, "3"}}),
              ElementsAre("Dear reader.", "It was late.", "A lamp.", "Imprint", "Printed here."));
  EXPECT_THAT(Read({{true, "2"}}), ElementsAre("Dear reader.", "It was late.", "A lamp."));
}

TEST(Choose, ExcludesKindsOfBlocks) {
  EXPECT_THAT(Read({{false, "captions"}}), ElementsAre("Dear reader.", "It was late."));
}

TEST(Choose, FollowsTheLaterRule) {
  EXPECT_THAT(Read({{false, "1-3"}, {true, "1"}}), ElementsAre("Dear reader."));
  EXPECT_THAT(Read({{true, "imprint"}, {false, "3"}}),
              ElementsAre("Dear reader.", "It was late.", "A lamp."));
}

TEST(Choose, SaysWhatMatchesNothing) {
  Book book = SomeBook();
  EXPECT_THAT(Choose(book, {Footnotes::kSkip, {{true, "index"}, {false, "9"}, {false, "I"}}}),
              ElementsAre("index", "9"));
}

TEST(ReadingChoice, AddsWhatIsAskedForToWhatWasChosen) {
  ReadingRequest request;
  EXPECT_EQ(Revise({Footnotes::kEnd, {{false, "3"}}}, request),
            (ReadingChoice{Footnotes::kEnd, {{false, "3"}}}));
  request.rules = {{true, "3"}, {false, "index"}};
  EXPECT_EQ(Revise({Footnotes::kEnd, {{false, "3"}, {true, "notes"}}}, request),
            (ReadingChoice{Footnotes::kEnd, {{true, "notes"}, {true, "3"}, {false, "index"}}}));
  request.footnotes = Footnotes::kSkip;
  EXPECT_EQ(Revise({Footnotes::kEnd, {}}, request).footnotes, Footnotes::kSkip);
}

}  // namespace
}  // namespace fullcast
