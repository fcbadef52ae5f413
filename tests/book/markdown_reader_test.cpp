#include "book/markdown/markdown_reader.h"

#include <gmock/gmock.h>

#include <string>

#include "book/ledger.h"
#include "book/reading.h"

namespace fullcast {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Markdown, TakesChaptersFromTheHighestLevel) {
  EXPECT_THAT(
      Titles(ReadMarkdownText("# One Lamp\n\nText.\n\n## Later\n\nText.\n\n# Two\n\nText.\n")),
      ElementsAre("One Lamp", "Two"));
  EXPECT_THAT(Titles(ReadMarkdownText("The Lamp\n---\n\nText.\n\nThe Boats\n---\n\nText.\n")),
              ElementsAre("The Lamp", "The Boats"));
}

TEST(Markdown, TakesASingleHeadingAboveOthersAsTheTitle) {
  const Book book = ReadMarkdownText(
      "# The Lamp\n\nby A. Writer\n\n## Chapter 1\n\nText.\n\n## Chapter 2\n\nText.\n");
  EXPECT_EQ(book.info.title, "The Lamp");
  EXPECT_EQ(book.info.author, "A. Writer");
  EXPECT_THAT(Titles(book), ElementsAre("Chapter 1", "Chapter 2"));
  EXPECT_THAT(Spoken(book), ElementsAre("Chapter One", "Text.", "Chapter Two", "Text."));
  EXPECT_THAT(Titles(ReadMarkdownText("# Chapter 1\n\nText.\n\n## A letter\n\nText.\n")),
              ElementsAre("Chapter 1"));
}

TEST(Markdown, TakesALoneNameBelowTheTitleForTheAuthor) {
  const Book book = ReadMarkdownText("The Lamp\n===\n\n*A. Writer*\n\nRain\n---\n\nText.\n");
  EXPECT_EQ(book.info.author, "A. Writer");
  EXPECT_THAT(Spoken(book), ElementsAre("Rain.", "Text."));
  const Book told = ReadMarkdownText("# The Lamp\n\nIt was late.\n\n## Rain\n\nText.\n");
  EXPECT_THAT(Spoken(told), ElementsAre("It was late.", "Rain.", "Text."));
}

TEST(Markdown, LeavesOutSectionsAboutTheBook) {
  const Book book = ReadMarkdownText(
      "# The Lamp\n\n## Table of Contents\n\n- [Rain](#rain)\n\n## Rain\n\nText.\n\n"
      "## Oil\n\nText.\n\n## About the Author\n\nA. Writer lives.\n");
  EXPECT_THAT(Spoken(book), ElementsAre("Rain.", "Text.", "Oil.", "Text."));
  EXPECT_THAT(CheckBook(book), IsEmpty());
  EXPECT_THAT(Spoken(ReadMarkdownText("# Notes\n\nText.\n")), ElementsAre("Notes.", "Text."));
}

TEST(Markdown, ReadsWhatIsStruckOrLoweredWithoutItsSigns) {
  EXPECT_THAT(Spoken(ReadMarkdownText("He ~~never~~ seldom drank H~2~O, ~5 cups a day or ~10.\n")),
              ElementsAre("He never seldom drank H2O, ~5 cups a day or ~10."));
}

TEST(Markdown, ReadsTablesByRowsAndNoCommands) {
  const Book book = ReadMarkdownText(
      "| Thing | Weight |\n|---|---:|\n| Box \\| lid | *64* |\n| Lady |\n\n\\newpage\n\n- [ ] "
      "Oil\n");
  EXPECT_THAT(Spoken(book), ElementsAre("Thing, Weight", "Box | lid, 64", "Lady,", "Oil"));
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

TEST(Markdown, KnowsParts) {
  EXPECT_THAT(
      Titles(ReadMarkdownText("# Part One\n\n## Chapter 1\n\nText.\n\n## Chapter 2\n\nText.\n\n"
                              "# Epilogue\n\nText.\n")),
      ElementsAre("Part One, Chapter 1", "Chapter 2", "Epilogue"));
}

TEST(Markdown, TakesPlainWordsWhereNoHeadingIsMarked) {
  EXPECT_THAT(Titles(ReadMarkdownText("Chapter 1\n\nText.\n\n**Chapter 2**\n\nText.\n")),
              ElementsAre("Chapter 1", "Chapter 2"));
  EXPECT_THAT(Titles(ReadMarkdownText("Text.\n")), ElementsAre("Story"));
}

TEST(Markdown, ReadsEachKindOfBlock) {
  const Book book = ReadMarkdownText(
      "It was **late**, said\nTom &amp; [Ann](http://example.org).\n\n> Dear Tom,\n> come home.\n\n"
      "The lamp is low,  \nthe wind is high.\n\n- one\n- two\n\n* * *\n\n    An indented line.\n");
  EXPECT_THAT(Texts(book, BlockKind::kText),
              ElementsAre("It was late, said Tom & Ann.", "An indented line."));
  EXPECT_THAT(Texts(book, BlockKind::kQuote), ElementsAre("Dear Tom, come home."));
  EXPECT_THAT(Texts(book, BlockKind::kVerse), ElementsAre("The lamp is low,", "the wind is high."));
  EXPECT_THAT(Texts(book, BlockKind::kListItem), ElementsAre("one", "two"));
  EXPECT_EQ(Texts(book, BlockKind::kSceneBreak).size(), 1U);
  const Block& first = book.chapters[0].blocks[0];
  ASSERT_EQ(first.emphasis.size(), 1U);
  EXPECT_EQ(first.text.substr(first.emphasis[0].begin, 4), "late");
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

TEST(Markdown, TakesTheMarksBetweenParagraphsOfAQuotationAlong) {
  const Book book = ReadMarkdownText("> Dear Tom,\n>\n> come home.\n>\n");
  EXPECT_THAT(Texts(book, BlockKind::kQuote), ElementsAre("Dear Tom,", "come home."));
  EXPECT_EQ(Blocks(book).size(), 3U);
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

TEST(Markdown, SkipsWhatIsNoText) {
  const Book book = ReadMarkdownText(
      "---\ntitle: \"The Lamp\"\nauthor: A. Writer\n---\n\nText.\n\n![A lamp](lamp.png)\n\n"
      "<!-- note -->\n\n```\ncode\n```\n\n[ref]: http://example.org\n");
  EXPECT_EQ(book.info.title, "The Lamp");
  EXPECT_EQ(book.info.author, "A. Writer");
  EXPECT_THAT(Texts(book, BlockKind::kText), ElementsAre("Text."));
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

TEST(Markdown, TakesHeadersOfAllKinds) {
  const Book toml = ReadMarkdownText(
      "+++\ntitle = \"The Lamp\"\n\ndate = 2019-05-01\n[extra]\nlang = 'en-GB'\n+++\n\nText.\n");
  EXPECT_EQ(toml.info.title, "The Lamp");
  EXPECT_EQ(toml.info.year, "2019");
  EXPECT_EQ(toml.info.language, "en-GB");
  EXPECT_THAT(Spoken(toml), ElementsAre("Text."));
  const Book pandoc = ReadMarkdownText("% The Lamp\r\n% A. Writer\r\n\r\nText.\r\n");
  EXPECT_EQ(pandoc.info.title, "The Lamp");
  EXPECT_EQ(pandoc.info.author, "A. Writer");
  EXPECT_THAT(Spoken(pandoc), ElementsAre("Text."));
  const Book yaml = ReadMarkdownText(
      "---\ndescription: |\n  A lamp.\n\n  An oar.\ntitle: >-\n  The\n  Lamp\n---\n\nText.\n");
  EXPECT_EQ(Told(yaml.info), "title: The Lamp; language: en; description: A lamp. An oar.");
  EXPECT_EQ(Spoken(ReadMarkdownText("+++\n\nText = words.\n")).back(), "Text = words.");
  EXPECT_THAT(CheckBook(toml), IsEmpty());
  EXPECT_THAT(CheckBook(pandoc), IsEmpty());
}

TEST(Markdown, LeavesOutTheAttributesOfHeadings) {
  const Book book = ReadMarkdownText(
      "# Rain {#rain .unnumbered}\n\nText.\n\nSun {-}\n===\n\nText {as it is}.\n\n# In {braces}\n");
  EXPECT_THAT(Titles(book), ElementsAre("Rain", "Sun", "In {braces}"));
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

TEST(Markdown, KnowsWhereItsTextStands) {
  const std::string text = "# The *Lamp* #\r\n\r\n> \"Who is\r\n> *there*?\" \\*asked\\* Tom.\r\n";
  const Book book = ReadMarkdownText(text);
  for (const Block& block : Blocks(book)) {
    for (std::size_t i = 0; i < block.text.size(); ++i) {
      const bool letter = block.text[i] >= 'a' && block.text[i] <= 'z';
      if (letter && block.text[i] != 't') {
        EXPECT_EQ(text[block.SourceOffset(i)], block.text[i]) << block.text;
      }
    }
  }
  EXPECT_EQ(Blocks(book)[0].source.end, 14U);
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

TEST(Markdown, ReadsVerseBehindBars) {
  const Book book = ReadMarkdownText(
      "# One\n\n| The oar is *long,\n|    the night* is short,\n|\n| and so on.\n\n"
      "He said\n| nothing.\n\n| a | b |\n|---|---|\n| c | d |\n");
  EXPECT_THAT(Texts(book, BlockKind::kVerse),
              ElementsAre("The oar is long,", "the night is short,", "and so on."));
  EXPECT_THAT(Spoken(book), testing::IsSupersetOf({"He said | nothing.", "a, b", "c, d"}));
}

TEST(Markdown, ReadsPowersAndLeavesOutNotes) {
  const Book book = ReadMarkdownText(
      "It cost 10<sup>3</sup> of x<sup>2</sup>, the 4<sup>th</sup> time<sup>1</sup>.\n");
  EXPECT_THAT(Spoken(book), ElementsAre("It cost 10³ of x², the 4th time."));
}

TEST(Markdown, SurvivesHostileInput) {
  for (const char* piece : {"> ", "*a ", "[a](", "- ", "# a\n\nb  \nc\n\n", "`", "&amp;", "a  \n",
                            "[x]: y\n", "<!--\n", "_a_ ", "---\n", "\xE9\n\n"}) {
    std::string text = "a";
    for (int i = 0; i < 20000; ++i) text += piece;
    EXPECT_THAT(CheckBook(ReadMarkdownText(text)), IsEmpty()) << piece;
  }
}

TEST(Markdown, HasFootnotes) {
  const Book book = ReadMarkdownText(
      "# One\n\nIt was *late*[^1], and dark.[^moon] Not [^here].\n\n[^1]: By the\nharbour clock.\n"
      "[^moon]: No moon.\n\n    Nobody spoke.\n\nThe boats came home.\n");
  EXPECT_THAT(Texts(book, BlockKind::kText),
              ElementsAre("It was late, and dark. Not [^here].", "The boats came home."));
  EXPECT_THAT(Texts(book, BlockKind::kFootnote),
              ElementsAre("By the harbour clock.", "No moon.", "Nobody spoke."));
  const Block text = Blocks(book)[1];
  ASSERT_EQ(text.notes.size(), 2U);
  EXPECT_EQ(text.notes[0].note, "1");
  EXPECT_EQ(text.notes[0].text, 11U);
  EXPECT_EQ(Blocks(book)[4].note, "moon");
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

}  // namespace
}  // namespace fullcast
