// EPUBs as the programs and houses that make them do: the text of a chapter in several files,
// headings that are none, contents that lack or confuse what is there, pages about the book.
#include <gmock/gmock.h>

#include "book/epub_of.h"
#include "book/ledger.h"

namespace fullcast {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

std::string P(const std::string& text) { return "<p class=\"calibre3\">" + text + "</p>"; }

std::string Text() { return P(Prose()) + P(Prose()) + P(Prose()) + P(Prose()); }

Book Read(const std::vector<std::string>& pages, const std::string& nav) {
  Book book = ReadEpubText(EpubOf(pages, nav, "<dc:creator>A. Writer</dc:creator>"));
  EXPECT_THAT(CheckBook(book), IsEmpty());
  return book;
}

// As a converter splits a book: nothing is marked as a heading, a chapter lies in two files.
std::vector<std::string> SplitBook() {
  return {
      P("THE LAMP") + P("A. Writer"),
      P("Copyright 2019 by A. Writer") + P("All rights reserved.") + P("ISBN 978-0-00-000000-2"),
      P("For Ida, who kept the light"),
      P("<b id=\"c1\">1</b>") + P("<b>The Ladder</b>") + Text(),
      Text(),
      P("<b id=\"c2\">2</b>") + P("<b>The Oil</b>") + Text(),
      P("<b>About the Author</b>") + P("A. Writer lives by the sea."),
      P("Also by A. Writer") + P("The Rope") + P("The Bell")};
}

TEST(EpubMakers, CutsSplitFilesWithoutHeadingsByTheirContents) {
  const Book book =
      Read(SplitBook(), Entry("p0.xhtml", "Start") + Entry("p3.xhtml#c1", "1 The Ladder") +
                            Entry("p5.xhtml#c2", "2 The Oil"));
  EXPECT_THAT(TitlesRead(book), ElementsAre("1. The Ladder", "2. The Oil"));
  EXPECT_THAT(Announced(book),
              ElementsAre("Chapter One", "The Ladder.", "Chapter Two", "The Oil."));
  EXPECT_EQ(Spoken(book).front(), "For Ida, who kept the light");
  EXPECT_THAT(Spoken(book).back(), StartsWith("The lamp in the harbour"));
}

TEST(EpubMakers, CutsThemByTheirFilesWhereTheContentsLeadToTheStartOnly) {
  for (const std::string& nav : {std::string(), Entry("p0.xhtml", "Start")}) {
    const Book book = Read(SplitBook(), nav);
    EXPECT_THAT(TitlesRead(book), ElementsAre("1. The Ladder", "2. The Oil"));
    EXPECT_EQ(Spoken(book).front(), "For Ida, who kept the light");
    EXPECT_THAT(Spoken(book).back(), StartsWith("The lamp in the harbour"));
  }
}

TEST(EpubMakers, KeepsChaptersWhoseContentsNameALaterPageFirst) {
  const Book book =
      Read({"<h1>The Lamp</h1><p>A. Writer</p>", "<p>For Ida</p>", "<h2>Chapter 1</h2>" + Text(),
            "<h2>Chapter 2</h2>" + Text(), "<p>Some words about rights.</p>"},
           Entry("p0.xhtml", "Title Page") + Entry("p4.xhtml", "Copyright Page") +
               Entry("p2.xhtml", "Chapter 1") + Entry("p3.xhtml", "Chapter 2"));
  EXPECT_THAT(TitlesRead(book), ElementsAre("Chapter 1", "Chapter 2"));
  EXPECT_THAT(Spoken(book), Contains("For Ida"));
  EXPECT_THAT(Spoken(book), Not(Contains("A. Writer")));
}

TEST(EpubMakers, LeavesOutWhatHousesPutAroundABook) {
  const Book book = Read(
      {"<p><img src=\"cover.jpg\" alt=\"Cover\"/></p>", "<p>For Ida</p>",
       "<h1>Contents</h1><p><a href=\"p3.xhtml\">One</a></p>", "<h1>One</h1>" + Text(),
       "<h1>Two</h1>" + Text(), "<h1>Acknowledgements</h1><p>Thanks to the crew.</p>",
       "<h1>About the Author</h1><p>A. Writer lives.</p>",
       "<h1>An Excerpt from The Bell</h1>" + Text(), "<h1>About the Publisher</h1><p>London</p>"},
      Entry("p0.xhtml", "Cover") + Entry("p1.xhtml", "Dedication") + Entry("p2.xhtml", "Contents") +
          Entry("p3.xhtml", "One") + Entry("p4.xhtml", "Two") +
          Entry("p5.xhtml", "Acknowledgements") + Entry("p6.xhtml", "About the Author") +
          Entry("p7.xhtml", "An Excerpt from The Bell") + Entry("p8.xhtml", "About the Publisher"));
  EXPECT_THAT(TitlesRead(book), ElementsAre("One", "Two", "Acknowledgements"));
  EXPECT_EQ(Spoken(book).front(), "For Ida");
  EXPECT_EQ(Spoken(book).back(), "Thanks to the crew.");
}

TEST(EpubMakers, KeepsALongChapterThatIsCalledLikeAPageAboutTheBook) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += Text();
  const Book book = Read({"<p>Copyright.</p>", text, text},
                         Entry("p0.xhtml", "Copyright") + Entry("p2.xhtml", "Index of Lamps"));
  EXPECT_THAT(TitlesRead(book), ElementsAre("Index of Lamps"));
  EXPECT_EQ(Blocks(book)[0].skip, "imprint");
  EXPECT_EQ(Spoken(book).size(), 2U * 40 * 4);
}

TEST(EpubMakers, NamesACoverWithoutText) {
  const Book book = Read({"<p><img src=\"cover.jpg\" alt=\"\"/></p>", "<h1>One</h1>" + Text(),
                          "<h1>Two</h1>" + Text()},
                         Entry("p1.xhtml", "One") + Entry("p2.xhtml", "Two"));
  EXPECT_THAT(Titles(book), ElementsAre("Front matter", "One", "Two"));
}

TEST(EpubMakers, ReadsHeadingsThatArePictures) {
  const std::string heading = "<h2><img src=\"1.png\" alt=\"Chapter 1: Rain\"/></h2>";
  const Book book =
      Read({heading + Text(),
            "<h2>Chapter 2<img src=\"o.png\" alt=\"Chapter ornament\"/></h2>" + Text()},
           "");
  EXPECT_THAT(TitlesRead(book), ElementsAre("Chapter 1: Rain", "Chapter 2"));
  EXPECT_THAT(Announced(book), ElementsAre("Chapter One. Rain.", "Chapter Two"));
}

TEST(EpubMakers, TakesTheTitleBelowANumberForAHeading) {
  const Book book = Read({"<p>CHAPTER 1</p><p>The Night of Lamps</p>" + Text(),
                          "<p>CHAPTER 2</p><p>Nobody came.</p>" + Text()},
                         Entry("p0.xhtml", "Chapter 1") + Entry("p1.xhtml", "Chapter 2"));
  EXPECT_THAT(Announced(book), ElementsAre("Chapter One", "The Night of Lamps.", "Chapter Two"));
}

TEST(EpubMakers, TakesTheNumberAboveATitleOfTheContentsForAHeading) {
  const Book book =
      Read({"<p>Chapter One</p><h1>Rain</h1>" + Text(), "<p>2</p><p>Oil</p>" + Text(),
            "<div><img src=\"3.png\" alt=\"Chapter 3\"/></div>" + Text()},
           Entry("p0.xhtml", "1 Rain") + Entry("p1.xhtml", "2 Oil") + Entry("p2.xhtml", "3 Rope"));
  EXPECT_THAT(TitlesRead(book), ElementsAre("1. Rain", "2. Oil", "3. Rope"));
  EXPECT_THAT(Announced(book),
              ElementsAre("Chapter One", "Rain.", "Chapter Two", "Oil.", "Chapter Three"));
}

TEST(EpubMakers, KeepsShortChaptersOfAPartApart) {
  const std::string contents = "<li><a href=\"p0.xhtml\">Part One: Water</a><ol>" +
                               Entry("p1.xhtml", "Rain") + Entry("p2.xhtml", "Oil") + "</ol></li>";
  const Book book = Read(
      {"<p>PART ONE</p><p>Water</p>", "<h2>Rain</h2>" + P(Prose()), "<h2>Oil</h2>" + P(Prose())},
      contents);
  EXPECT_THAT(TitlesRead(book), ElementsAre("Part One: Water, Rain", "Oil"));
  EXPECT_THAT(Announced(book), ElementsAre("Part One", "Water.", "Rain.", "Oil."));
}

TEST(EpubMakers, KnowsChaptersWhereOnlyBoldTypeTellsThem) {
  const auto bold = [](const std::string& text) { return "<p><b>" + text + "</b></p>"; };
  const Book titled = Read({bold("Rain") + Text() + bold("Oil") + Text()}, "");
  EXPECT_THAT(TitlesRead(titled), ElementsAre("Rain", "Oil"));
  const Book numbered = Read({bold("The Rope") + bold("Chapter 1") + bold("Rain") + Text() +
                              bold("Chapter 2") + "<p>He <b>ran</b></p>" + Text()},
                             "");
  EXPECT_THAT(TitlesRead(numbered), ElementsAre("Chapter 1", "Chapter 2"));
  EXPECT_THAT(Announced(numbered), ElementsAre("Chapter One", "Rain.", "Chapter Two"));
  const Book headed = Read({"<h1>The Rope</h1>" + bold("I") + Text() + bold("II") + Text()}, "");
  EXPECT_THAT(TitlesRead(headed), ElementsAre("1", "2"));
}

TEST(EpubMakers, DoesNotCallChaptersByTheirFiles) {
  const Book book = Read({P("CHAPTER I") + Text(), P("CHAPTER II") + Text()},
                         Entry("p0.xhtml", "p0") + Entry("p1.xhtml", "p1.xhtml"));
  EXPECT_THAT(TitlesRead(book), ElementsAre("Chapter I", "Chapter II"));
}

TEST(EpubMakers, LeavesOutAnImprintOfBoldLines) {
  const Book book =
      Read({P("<b>THE LAMP</b>") + P("<i>by</i>") + P("<b>Edith Marlow</b>") +
            P("<b>SMASHWORDS EDITION</b>") + P("* * * * *") + P("<b>PUBLISHED BY:</b>") +
            P("Edith Marlow on Smashwords") + P("<b>Smashwords Edition, License Notes</b>") +
            P("This ebook is licensed for your personal enjoyment only. It may not be re-sold.") +
            P("<b>Table of Contents</b>") + P("<a href=\"#one\">Chapter 1</a>") +
            P("<b id=\"one\">Chapter 1</b>") + Text() + P("<b>Chapter 2</b>") + Text()},
           Entry("p0.xhtml", "Start"));
  EXPECT_THAT(TitlesRead(book), ElementsAre("Chapter 1", "Chapter 2"));
  EXPECT_EQ(Spoken(book).front(), "Chapter One");
}

TEST(EpubMakers, ReadsADedicationBehindAPageThatSells) {
  const Book book =
      Read({"<h1>Also by Edith Marlow</h1>" + P("The Wick"),
            "<section epub:type=\"dedication\"><p>For Ann</p></section>", "<h1>One</h1>" + Text(),
            "<h1>Two</h1>" + Text()},
           Entry("p0.xhtml", "Also by") + Entry("p2.xhtml", "One") + Entry("p3.xhtml", "Two"));
  EXPECT_EQ(Spoken(book).front(), "For Ann");
}

TEST(EpubMakers, LeavesOutLinksAndRunningTitles) {
  const auto chapter = [](const std::string& number) {
    return "<h1>The Lamp</h1><h2>" + number + ".</h2>" + Text() +
           "<p><a href=\"p0.xhtml\">Back to top</a></p>";
  };
  const Book book =
      Read({"<p><a href=\"p1.xhtml\">1. Rain</a></p><p><a href=\"p2.xhtml\">2. Oil</a>"
            "</p><p><a href=\"p3.xhtml\">3. Rope</a></p>",
            chapter("1"), chapter("2"), chapter("3")},
           "");
  EXPECT_THAT(TitlesRead(book), ElementsAre("1", "2", "3"));
  EXPECT_THAT(Spoken(book), Not(Contains("Back to top")));
  EXPECT_THAT(Spoken(book), Not(Contains("The Lamp.")));
  EXPECT_THAT(Spoken(book), Not(Contains("2. Oil")));
}

TEST(EpubMakers, LeavesOutPagesThatSellSomething) {
  const Book book =
      Read({"<h1>One</h1>" + Text(), "<h1>Two</h1>" + Text(),
            "<h1>Acknowledgements</h1><p>If you enjoyed this, sign up.</p>",
            P("Don\u2019t miss out!") + P("Click the button to sign up: https://example.org")},
           Entry("p0.xhtml", "One") + Entry("p1.xhtml", "Two"));
  EXPECT_THAT(Spoken(book).back(), "If you enjoyed this, sign up.");
}

TEST(EpubMakers, LeavesOutRaisedNumbersOfNotesWithoutALink) {
  const Book book =
      Read({"<h2>One</h2><p>The lamp<sup>1</sup> burned.<sup>12</sup> It cost 10<sup>3</sup>"
            " cm<sup>2</sup> of x<sup>2</sup>, the 4<sup>th</sup> time.<sup>*</sup></p>"},
           Entry("p0.xhtml", "One"));
  EXPECT_EQ(Spoken(book).back(), "The lamp burned. It cost 10³ cm² of x², the 4th time.");
}

TEST(EpubMakers, ReadsPowersAsSuch) {
  const Book book = Read({"<h2>One</h2><p>About 10<sup>-6</sup> and 10<sup>12</sup> of it, E = "
                          "mc<sup>2</sup>. In 1914<sup>5</sup> it<sup>2</sup> ended.</p>"},
                         Entry("p0.xhtml", "One"));
  EXPECT_EQ(Spoken(book).back(), "About 10⁻⁶ and 10¹² of it, E = mc². In 1914 it ended.");
}

TEST(EpubMakers, LeavesOutAListOfContentsByWord) {
  const Book book = Read({"<p class=\"MsoTitle\">The Lamp</p><p class=\"MsoToc1\">Chapter One 1</p>"
                          "<h1>Chapter One</h1>" +
                          Text() + "<h1>Chapter Two</h1>" + Text()},
                         "");
  EXPECT_THAT(TitlesRead(book), ElementsAre("Chapter One", "Chapter Two"));
  EXPECT_EQ(Spoken(book).front(), "Chapter One");
}

TEST(EpubMakers, LeavesOutWhatEndsTheNumberOfANote) {
  const Book book =
      Read({"<h2>One</h2><p>The lamp<sup><a id=\"r\" href=\"#n\">1</a></sup> burned.</p>"
            "<p><a id=\"n\" href=\"#r\">1</a>. An old one.</p>"},
           Entry("p0.xhtml", "One"));
  EXPECT_THAT(Texts(book, BlockKind::kFootnote), ElementsAre("An old one."));
}

}  // namespace
}  // namespace fullcast
