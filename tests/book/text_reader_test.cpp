#include "book/text/text_reader.h"

#include <gmock/gmock.h>

#include <string>

#include "book/ledger.h"
#include "book/reading.h"

namespace fullcast {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(PlainText, JoinsItalicsAndKeepsTrackOfThem) {
  const Book book = ReadText("It was _very\nlate_, said (_Tom_) of snake_case and _ this.\n");
  const Block block = Blocks(book).front();
  EXPECT_EQ(block.text, "It was very late, said (Tom) of snake_case and _ this.");
  ASSERT_EQ(block.emphasis.size(), 2U);
  EXPECT_EQ(block.text.substr(block.emphasis[0].begin, 9), "very late");
  EXPECT_EQ(block.emphasis[0].end - block.emphasis[0].begin, 9U);
  EXPECT_EQ(block.text.substr(block.emphasis[1].begin, 3), "Tom");
}

// Wherever a text is cut, the two halves' sources meet: no mark is lost between them.
TEST(PlainText, GivesMarksToTheWordTheyClingTo) {
  const std::string text = "He said _so_ and _I_\n  _did_ it.";
  const Block block = Blocks(ReadText(text)).front();
  EXPECT_EQ(block.text, "He said so and I did it.");
  const auto source = [&](std::size_t begin, std::size_t end) {
    return text.substr(block.SourceOffset(begin),
                       block.SourceOffset(end) - block.SourceOffset(begin));
  };
  EXPECT_EQ(source(0, 7), "He said");
  EXPECT_EQ(source(8, 10), "_so_");
  EXPECT_EQ(source(11, 14), "and");
  EXPECT_EQ(source(15, 16), "_I_");
  EXPECT_EQ(source(17, 20), "_did_");
  EXPECT_EQ(source(21, 24), "it.");
  const Block opening = Blocks(ReadText("_So_ it was.")).front();
  EXPECT_EQ(opening.SourceOffset(0), 0U);
  EXPECT_EQ(opening.SourceOffset(1), 2U);
}

TEST(PlainText, KeepsVerseLineByLine) {
  const Book book =
      ReadText(Prose() + "    The lamp is low,\n      The wind is high,\n\n" + Prose());
  EXPECT_THAT(Texts(book, BlockKind::kVerse), ElementsAre("The lamp is low,", "The wind is high,"));
}

TEST(PlainText, SetsIndentedParagraphsOff) {
  const Book book = ReadText(Prose() +
                             "    Dear Tom, I have lit the lamp in the harbour every night since\n"
                             "    you went, and nobody has asked me why I did so. Come home.\n\n" +
                             Prose());
  ASSERT_EQ(Texts(book, BlockKind::kQuote).size(), 1U);
  EXPECT_TRUE(
      Texts(book, BlockKind::kQuote)[0].ends_with("since you went, and nobody has asked "
                                                  "me why I did so. Come home."));
}

TEST(PlainText, KnowsSceneBreaksAndIllustrations) {
  for (const char* mark : {"* * *", "***", "---", "#", "  *   *   *\n\n*   *   *"}) {
    const Book book = ReadText("Before it.\n\n" + std::string(mark) + "\n\nAfter it.\n");
    ASSERT_EQ(Texts(book, BlockKind::kSceneBreak).size(), 1U) << mark;
    EXPECT_EQ(Blocks(book)[1].skip, "scene break");
  }
  const Book book = ReadText("Before it.\n[Illustration: A lamp]\nAfter it.\n");
  EXPECT_THAT(Texts(book, BlockKind::kText), ElementsAre("Before it.", "After it."));
  EXPECT_THAT(Texts(book, BlockKind::kSkipped), ElementsAre("[Illustration: A lamp]"));
}

TEST(PlainText, LeavesOutTheFrameOfProjectGutenberg) {
  const Book book = ReadText(
      "Project Gutenberg's The Lamp, by A. Writer\n\nThis eBook is for anyone.\n\n"
      "*** START OF THIS PROJECT GUTENBERG EBOOK THE LAMP ***\n\nProduced by somebody\n\n"
      "CHAPTER I\n\n" +
      Prose() +
      "*** END OF THIS PROJECT GUTENBERG EBOOK THE LAMP ***\n\nSection 1. Terms of use\n");
  EXPECT_EQ(book.info.title, "The Lamp");
  EXPECT_EQ(book.info.author, "A. Writer");
  EXPECT_THAT(Titles(book), ElementsAre("Chapter I"));
  EXPECT_EQ(Texts(book, BlockKind::kSkipped).size(), 6U);
  EXPECT_EQ(Texts(book, BlockKind::kText).size(), 1U);
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

TEST(TitlePage, GivesTitleAndAuthor) {
  const auto info = [](const std::string& front) {
    const BookInfo found = ReadText(front + "\n\nCHAPTER I\n\n" + Prose()).info;
    return found.title + "|" + found.author;
  };
  EXPECT_EQ(info("THE LAMP\n\nBy A. Writer"), "The Lamp|A. Writer");
  EXPECT_EQ(info("THE LAMP\n\nOR\nTHE HARBOUR\n\nby\n\nANNE WRITER"), "The Lamp|Anne Writer");
  EXPECT_EQ(info("Title: The Lamp\n\nAuthor: A. Writer"), "The Lamp|A. Writer");
  EXPECT_EQ(info("The Project Gutenberg EBook of The Lamp, by A. Writer"), "The Lamp|A. Writer");
  EXPECT_EQ(info("THE LAMP\nby A. Writer"), "The Lamp|A. Writer");
  EXPECT_EQ(info("THE LAMP\n\nAnne Writer"), "The Lamp|Anne Writer");
  EXPECT_EQ(info("A. Writer\n\nTHE LAMP"), "The Lamp|A. Writer");
  EXPECT_EQ(info("THE LAMP\n\nOut of the Water"), "The Lamp|");
  EXPECT_EQ(info("THE LAMP"), "The Lamp|");
  EXPECT_EQ(info("It was late, and nobody spoke."), "Story|");
}

TEST(TitlePage, GivesItsAuthorBelowASubtitle) {
  EXPECT_EQ(
      Told(ReadText("The Lamp\nA Novel\n\nAnne Writer\n\nCopyright 1911\n\nCHAPTER I\n\n" + Prose())
               .info),
      "title: The Lamp; author: Anne Writer; language: en");
}

TEST(PlainText, SurvivesHostileInput) {
  const std::string blank(100000, '\n');
  EXPECT_EQ(Blocks(ReadText(blank + "word" + blank)).size(), 1U);
  std::string long_line;
  while (long_line.size() < 5000000) long_line += "word ";
  EXPECT_EQ(Blocks(ReadText(long_line)).size(), 1U);
  EXPECT_EQ(Blocks(ReadText(std::string(1000000, '_'))).size(), 1U);
  for (const char* line : {"I\n\n", "CHAPTER\n\n", "CONTENTS\n\n", "PART I\n\n", "_ _a\n\n", "a.\r",
                           "* * *\n\n", "[Illustration\n\n", "\xE9\n\n", "1\n\n2\n\n"}) {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += line;
    EXPECT_THAT(CheckBook(ReadText(text)), IsEmpty()) << line;
  }
}

}  // namespace
}  // namespace fullcast
