#include "book/ledger.h"

#include <gmock/gmock.h>

#include "book/reading.h"

namespace fullcast {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const char* const kText = "Chapter 1\n\nThe lamp was lit.\n\n* * *\n\nNobody spoke.\n";

TEST(CheckBook, ProvesAWholeBook) { EXPECT_THAT(CheckBook(ReadText(kText)), IsEmpty()); }

TEST(CheckBook, FindsWhatIsLost) {
  Book book = ReadText(kText);
  book.chapters[0].blocks.erase(book.chapters[0].blocks.begin() + 1);
  EXPECT_THAT(CheckBook(book), ElementsAre("story.txt:3:1: this is in no block"));
  book.chapters.clear();
  EXPECT_THAT(CheckBook(book), ElementsAre("story.txt:1:1: this is in no block"));
}

TEST(CheckBook, FindsWhatIsDoubledOrOutOfOrder) {
  Book book = ReadText(kText);
  book.chapters[0].blocks.push_back(book.chapters[0].blocks[0]);
  EXPECT_THAT(CheckBook(book), ElementsAre(HasSubstr("story.txt:1:1: a block holds what")));
}

TEST(CheckBook, WantsAReasonForWhatIsSkipped) {
  Book book = ReadText(kText);
  book.chapters[0].blocks[2].skip.clear();
  EXPECT_THAT(CheckBook(book), ElementsAre(HasSubstr("without a reason")));
}

TEST(CheckBook, FindsWhatIsLostBetweenWords) {
  Book book = ReadText("Nobody--- spoke.\n");
  Block& block = book.chapters[0].blocks[0];
  block.text = "Nobody spoke.";
  block.map = {{0, 0}, {7, 10}};
  EXPECT_THAT(CheckBook(book), ElementsAre("story.txt:1:7: this is lost between two words"));
}

// A script cuts there; what is read aloud on the book's own page has its marks there.
TEST(CheckBook, SpacesInPlaceOfOtherThingsLoseNothing) {
  for (const char* text :
       {"He said&nbsp;&nbsp;no.&#160;*She*&nbsp;went on&nbsp;*till* dark&#160;&#8195;fell.",
        "He\u00a0said\u00a0\u2003no. *She*\u00a0went.\\\nOn"}) {
    EXPECT_THAT(CheckBook(ReadText(text, "story.md")), IsEmpty());
    EXPECT_THAT(CheckBook(ReadText("<p>" + std::string(text) +
                                       "<br>It was <i>late</i>&nbsp;<b>now"
                                       "</b>\u00a0and<br>cold.</p>",
                                   "story.html")),
                IsEmpty());
  }
}

TEST(CheckBook, AJoinedFrameLosesNothing) {
  EXPECT_THAT(CheckBook(ReadText("<body><pre>Project Gutenberg's The Lamp</pre><p><i>*** START OF "
                                 "THIS PROJECT GUTENBERG EBOOK ***</i></p><h2>One</h2><p>It was "
                                 "late.</p></body>",
                                 "story.html")),
              IsEmpty());
}

TEST(CheckBook, FindsBrokenMaps) {
  Book book = ReadText(kText);
  book.chapters[0].blocks[1].map[0].source = 1;
  EXPECT_THAT(CheckBook(book), ElementsAre(HasSubstr("map is broken")));
}

}  // namespace
}  // namespace fullcast
