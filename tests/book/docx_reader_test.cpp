#include "book/docx/docx_reader.h"

#include <gmock/gmock.h>

#include "book/archive_of.h"
#include "book/footnotes.h"
#include "book/ledger.h"
#include "book/reading.h"
#include "core/error.h"

namespace fullcast {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string Part(const std::string& root, const std::string& content) {
  return "<?xml version=\"1.0\"?><w:" + root +
         " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + content +
         "</w:" + root + ">";
}

std::string Docx(const std::string& body, const Entries& more = {}) {
  Entries entries = {{"word/document.xml", Part("document", "<w:body>" + body + "</w:body>")}};
  entries.insert(entries.end(), more.begin(), more.end());
  return ArchiveOf(entries);
}

std::string Words(const std::string& text, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text +
         "</w:t></w:r>";
}

std::string Paragraph(const std::string& runs, const std::string& style = "") {
  return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + runs + "</w:p>";
}

Book ReadDocxText(const std::string& bytes) {
  Book book = ReadText(bytes, "lamp.docx");
  EXPECT_THAT(CheckBook(book), IsEmpty());
  return book;
}

const Entries kStyles = {
    {"word/styles.xml",
     Part("styles",
          "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"de-DE\"/></w:rPr></w:rPrDefault>"
          "</w:docDefaults>"
          "<w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/>"
          "</w:style>"
          "<w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:name w:val=\"Mine\"/>"
          "<w:basedOn w:val=\"Base\"/></w:style>"
          "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:name w:val=\"Base\"/>"
          "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
          "<w:style w:type=\"paragraph\" w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>"
          "<w:style w:type=\"paragraph\" w:styleId=\"Zitat\"><w:name w:val=\"Quote\"/></w:style>"
          "<w:style w:type=\"character\" w:styleId=\"Betont\"><w:name w:val=\"Emphasis\"/>"
          "<w:rPr><w:i/></w:rPr></w:style>")}};

TEST(DocxReader, MakesChaptersOfHeadingStylesInAnyLanguage) {
  const Book book = ReadDocxText(
      Docx(Paragraph(Words("The Lamp"), "Titel") + Paragraph(Words("Chapter 1"), "berschrift1") +
               Paragraph(Words("It was late.")) + Paragraph(Words("Chapter 2"), "Mine") +
               Paragraph(Words("Nobody spoke.")) + Paragraph(Words("Come home."), "Zitat"),
           kStyles));
  EXPECT_THAT(Titles(book), testing::Contains("Chapter 1"));
  EXPECT_THAT(Titles(book), testing::Contains("Chapter 2"));
  EXPECT_EQ(book.info.title, "The Lamp");
  EXPECT_EQ(book.info.language, "de-DE");
  EXPECT_THAT(Spoken(book),
              ElementsAre("Chapter 1", "It was late.", "Chapter 2", "Nobody spoke.", "Come home."));
  EXPECT_THAT(Texts(book, BlockKind::kQuote), ElementsAre("Come home."));
}

TEST(DocxReader, MakesChaptersOfNumberedLinesWhereNoStyleTells) {
  const Book book =
      ReadDocxText(Docx(Paragraph(Words("CHAPTER ONE")) + Paragraph(Words("It was late.")) +
                        Paragraph(Words("CHAPTER TWO")) + Paragraph(Words("Nobody spoke."))));
  EXPECT_THAT(Titles(book), ElementsAre("Chapter One", "Chapter Two"));
}

TEST(DocxReader, ReadsTheDocumentAsItIsNow) {
  const Book book = ReadDocxText(Docx(
      Paragraph(Words("It was ") + "<w:del>" + "<w:r><w:delText>early</w:delText></w:r></w:del>" +
                "<w:ins>" + Words("late", "<w:i/>") + "</w:ins>" + Words("x", "<w:vanish/>") +
                "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>,</w:t><w:tab/>"
                "<w:t>and</w:t></w:r>" +
                Words(" dark", "<w:i w:val=\"0\"/>") + Words(".", "<w:rStyle w:val=\"Betont\"/>")),
      kStyles));
  ASSERT_EQ(Spoken(book), std::vector<std::string>{"It was late, and dark."});
  const Block block = Blocks(book).front();
  EXPECT_EQ(block.emphasis, (std::vector<Span>{{7, 11}, {21, 22}}));
}

TEST(DocxReader, TakesItsTitleFromItsTitlePage) {
  const Book book = ReadDocxText(
      Docx(Paragraph(Words("THE LAMP")) + Paragraph(Words("by")) + Paragraph(Words("A. Writer")) +
           Paragraph(Words("CHAPTER ONE")) + Paragraph(Words("It was late.")) +
           Paragraph(Words("CHAPTER TWO")) + Paragraph(Words("Nobody spoke."))));
  EXPECT_EQ(Told(book.info), "title: The Lamp; author: A. Writer; language: en");
  EXPECT_THAT(TitlesRead(book), ElementsAre("Chapter One", "Chapter Two"));
}

TEST(DocxReader, JoinsADroppedInitialWithItsWord) {
  const auto framed = [](const std::string& drop) {
    return "<w:p><w:pPr><w:keepNext/><w:framePr w:dropCap=\"" + drop +
           "\" w:lines=\"3\"/></w:pPr>" + Words("I") + "</w:p><w:bookmarkStart/>";
  };
  const std::string rest = "<w:p>" + Words("t was late.") + "</w:p>";
  const Book book = ReadDocxText(Docx(framed("drop") + rest + framed("none") + rest +
                                      Paragraph(Words("Nobody spoke.")) + framed("margin")));
  EXPECT_THAT(Spoken(book), ElementsAre("It was late.", "I", "t was late.", "Nobody spoke.", "I"));
}

TEST(DocxReader, ReadsTablesByRowAndListsByItem) {
  const auto cell = [](const std::string& text) {
    return "<w:tc>" + Paragraph(Words(text)) + "</w:tc>";
  };
  const Book book = ReadDocxText(Docx(
      "<w:tbl><w:tr>" + cell("Tide") + cell("late") + "</w:tr><w:tr>" + cell("Lamp") + cell("lit") +
      "</w:tr></w:tbl><w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr>"
      "</w:pPr>" +
      Words("A boat") + "</w:p>"));
  EXPECT_THAT(Spoken(book), ElementsAre("Tide, late", "Lamp, lit", "A boat"));
  EXPECT_THAT(Texts(book, BlockKind::kListItem), ElementsAre("A boat"));
}

TEST(DocxReader, ReadsNotesWhereTheyAreAskedFor) {
  Book book = ReadDocxText(Docx(
      Paragraph(Words("It was late") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" +
                Words(", and dark.")) +
          Paragraph(Words("On.")),
      {{"word/footnotes.xml",
        Part("footnotes", "<w:footnote w:id=\"0\" w:type=\"separator\">" + Paragraph(Words("-")) +
                              "</w:footnote><w:footnote w:id=\"2\">" +
                              Paragraph("<w:r><w:footnoteRef/></w:r>" + Words(" By the clock.")) +
                              "</w:footnote>")}}));
  EXPECT_THAT(Spoken(book), ElementsAre("It was late, and dark.", "On."));
  PlaceFootnotes(book, Footnotes::kInline);
  EXPECT_THAT(Spoken(book),
              ElementsAre("It was late, and dark.", "Footnote: By the clock.", "On."));
}

TEST(DocxReader, TakesPropertiesCoverAndLanguages) {
  const std::string picture = "\x89PNG\r\n\x1A\n";
  const Book book = ReadDocxText(
      Docx("<w:p><w:r><w:drawing><a:blip r:embed=\"r1\"/></w:drawing></w:r></w:p>" +
               Paragraph(Words("It was late.")) +
               Paragraph(Words("Il est tard.", "<w:lang w:val=\"fr-FR\"/>")),
           {{"docProps/core.xml",
             "<cp><dc:title>The Lamp</dc:title><dc:creator>A. Writer</dc:creator></cp>"},
            {"word/_rels/document.xml.rels",
             "<Relationships><Relationship Id=\"r1\" Target=\"media/c.png\"/></Relationships>"},
            {"word/media/c.png", picture}}));
  EXPECT_EQ(book.info.title, "The Lamp");
  EXPECT_EQ(book.info.author, "A. Writer");
  EXPECT_EQ(book.cover, picture);
  const Block foreign = Blocks(book).back();
  EXPECT_EQ(foreign.foreign, (std::vector<ForeignText>{{{0, 12}, "fr-FR"}}));
}

TEST(DocxReader, SaysWhatIsWrong) {
  const auto failure = [](const std::string& bytes) -> std::string {
    try {
      ReadText(bytes, "lamp.docx");
    } catch (const Error& error) {
      return error.what();
    }
    return {};
  };
  EXPECT_THAT(failure("\xD0\xCF\x11\xE0 old"), HasSubstr("password"));
  EXPECT_THAT(failure(ArchiveOf({{"a.txt", "x"}})), HasSubstr("no Word document"));
  EXPECT_THAT(failure(Docx("<w:p/>")), HasSubstr("no text"));
}

TEST(Docx, LeavesOutTheTitlePage) {
  const Book book = ReadDocxText(
      Docx(Paragraph(Words("The Lamp"), "Titel") + Paragraph(Words("A Novel")) +
               Paragraph(Words("by A. Writer")) + Paragraph(Words("Contents")) +
               Paragraph(Words("For Ida")) + Paragraph(Words("Rain"), "berschrift1") +
               Paragraph(Words("It rained.")),
           {{"word/styles.xml",
             Part("styles",
                  "<w:style w:type=\"paragraph\" w:styleId=\"Titel\"><w:name w:val=\"Title\"/>"
                  "</w:style><w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name "
                  "w:val=\"heading 1\"/></w:style>")},
            {"docProps/core.xml",
             "<cp><dc:title>The Lamp</dc:title><dc:creator>A. Writer</dc:creator></cp>"}}));
  EXPECT_THAT(TextsRead(book), ElementsAre("For Ida", "Rain", "It rained."));
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

TEST(Docx, TakesNumbersAloneForChapters) {
  const std::string text = Paragraph(Words("The boats came home."));
  EXPECT_THAT(
      Titles(ReadDocxText(Docx(Paragraph(Words("1")) + text + Paragraph(Words("2")) + text))),
      ElementsAre("1", "2"));
  EXPECT_THAT(
      Titles(ReadDocxText(Docx(Paragraph(Words("1")) + text + Paragraph(Words("7")) + text))),
      testing::SizeIs(1));
}

}  // namespace
}  // namespace fullcast
