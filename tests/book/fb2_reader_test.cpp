#include "book/fb2/fb2_reader.h"

#include <gmock/gmock.h>

#include "book/archive_of.h"
#include "book/footnotes.h"
#include "book/ledger.h"
#include "book/reading.h"
#include "core/error.h"

namespace fullcast {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string Fb2(const std::string& rest, const std::string& title_info = "",
                const std::string& encoding = "utf-8") {
  return "<?xml version=\"1.0\" encoding=\"" + encoding +
         "\"?>\n<FictionBook xmlns=\"http://www.gribuser.ru/xml/fictionbook/2.0\" "
         "xmlns:l=\"http://www.w3.org/1999/xlink\"><description><title-info>"
         "<book-title>The Lamp</book-title>" +
         title_info + "</title-info></description>\n" + rest + "</FictionBook>";
}

Book ReadFb2Text(const std::string& text, const std::string& name = "lamp.fb2") {
  Book book = ReadText(text, name);
  EXPECT_THAT(CheckBook(book), IsEmpty());
  return book;
}

TEST(Fb2Reader, MakesChaptersOfSectionsWithTitles) {
  const std::string text = "<p>" + std::string(2500, 'a') + ".</p>";
  const Book book =
      ReadFb2Text(Fb2("<body><title><p>A. Writer</p><p>The Lamp</p></title>"
                      "<section><title><p>Part One</p></title>"
                      "<section><title><p>Chapter 1</p><p>The Tide</p></title>" +
                          text +
                          "</section>"
                          "<section><title><p>Chapter 2</p></title>" +
                          text +
                          "</section></section>"
                          "<section><title><p>Part Two</p></title>"
                          "<section><title><p>Chapter 3</p></title>" +
                          text + "</section></section></body>",
                      "<author><first-name>A.</first-name><last-name>Writer</last-name></author>"));
  EXPECT_THAT(Titles(book),
              ElementsAre("Part One, Chapter 1. The Tide", "Chapter 2", "Part Two, Chapter 3"));
  EXPECT_THAT(Announced(book), Contains("Chapter One. The Tide."));
  EXPECT_THAT(Spoken(book), testing::Not(Contains("A. Writer")));
}

TEST(Fb2Reader, KnowsVerseQuotesAndBreaks) {
  const Book book = ReadFb2Text(
      Fb2("<body><section><title><p>One</p></title><epigraph><p>So it goes.</p>"
          "<text-author>Somebody</text-author></epigraph><p>It was <emphasis>late</emphasis>.</p>"
          "<empty-line/><p>Nobody spoke.</p><subtitle>* * *</subtitle>"
          "<poem><stanza><v>The lamp is lit,</v><v>the tide is late.</v></stanza></poem>"
          "<cite><p>Come home.</p></cite></section></body>"));
  EXPECT_THAT(Texts(book, BlockKind::kVerse), ElementsAre("The lamp is lit,", "the tide is late."));
  EXPECT_THAT(Texts(book, BlockKind::kQuote), ElementsAre("So it goes.", "Somebody", "Come home."));
  EXPECT_EQ(Texts(book, BlockKind::kSceneBreak).size(), 2U);
  const std::vector<Block> blocks = Blocks(book);
  EXPECT_TRUE(std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
    return block.text == "It was late." && block.emphasis == std::vector<Span>{{7, 11}};
  }));
}

TEST(Fb2Reader, SectionsWithoutTitlesAreScenes) {
  const Book book = ReadFb2Text(
      Fb2("<body><section><title><p>One</p></title><section><p>It was late.</p></section>"
          "<section><p>Nobody spoke.</p></section></section></body>"));
  EXPECT_THAT(Titles(book), ElementsAre("One"));
  EXPECT_EQ(Texts(book, BlockKind::kSceneBreak).size(), 1U);
}

TEST(Fb2Reader, ReadsNotesWhereTheyAreAskedFor) {
  Book book = ReadFb2Text(
      Fb2("<body><section><title><p>One</p></title>"
          "<p>It was late<a l:href=\"#n1\" type=\"note\">[1]</a>, and dark.</p><p>On.</p></section>"
          "</body><body name=\"notes\"><title><p>Notes</p></title><section id=\"n1\"><title>"
          "<p>1</p></title><p>By the clock.</p></section></body>"));
  EXPECT_THAT(Spoken(book), ElementsAre("Chapter One", "It was late, and dark.", "On."));
  PlaceFootnotes(book, Footnotes::kInline);
  EXPECT_THAT(Spoken(book), ElementsAre("Chapter One", "It was late, and dark.",
                                        "Footnote: By the clock.", "On."));
}

TEST(Fb2Reader, TakesWhatTheDescriptionTells) {
  const Book book = ReadFb2Text(Fb2(
      "<body><section><p>It was late.</p></section></body>"
      "<binary id=\"c.png\" content-type=\"image/png\">iVBORw0KGgo=</binary>",
      "<genre>sf</genre><author><first-name>Ann</first-name><last-name>Writer</last-name></author>"
      "<author><nickname>Bee</nickname></author><annotation><p>A lamp.</p><p>A "
      "tide.</p></annotation>"
      "<date value=\"1897-05-01\">May</date><coverpage><image l:href=\"#c.png\"/></coverpage>"
      "<lang>de</lang><translator><last-name>Third</last-name></translator>"
      "<sequence name=\"Harbours\" number=\"2\"/>"));
  EXPECT_EQ(Told(book.info),
            "title: The Lamp; author: Ann Writer, Bee; translator: Third; language: de; "
            "year: 1897; series: Harbours; index: 2; description: A lamp. A tide.");
  EXPECT_EQ(book.cover, "\x89PNG\r\n\x1A\n");
}

TEST(Fb2Reader, ReadsTheEncodingItDeclares) {
  const Book book =
      ReadFb2Text(Fb2("<body><section><p>\xCF\xEE\xE7\xE4\xED\xEE.</p></section></body>",
                      "<lang>ru</lang>", "windows-1251"));
  EXPECT_THAT(Spoken(book), ElementsAre("Поздно."));
}

TEST(Fb2Reader, ReadsTheFileInAnArchive) {
  const std::string fb2 = Fb2("<body><section><p>It was late.</p></section></body>");
  EXPECT_THAT(Spoken(ReadFb2Text(ArchiveOf({{"lamp.fb2", fb2}}), "lamp.fb2.zip")),
              ElementsAre("It was late."));
  EXPECT_THROW(ReadText(ArchiveOf({{"lamp.txt", fb2}}), "lamp.fb2.zip"), Error);
}

}  // namespace
}  // namespace fullcast
