#include "book/epub/epub_reader.h"

#include <gmock/gmock.h>

#include "book/epub_of.h"
#include "book/ledger.h"
#include "book/reading.h"
#include "book/source/archive.h"
#include "core/error.h"

namespace fullcast {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string Failure(std::string bytes) {
  try {
    ReadEpubText(std::move(bytes));
  } catch (const Error& error) {
    return error.what();
  }
  return "no failure";
}

TEST(Epub, CutsFilesByItsContents) {
  const Book book = ReadEpubText(EpubOf(
      {"<h2>I</h2><p>It rained.</p>", "<p>It still rained.</p><h2 id=\"two\">II</h2><p>Sun.</p>"},
      Entry("p0.xhtml", "I: Rain") + Entry("p1.xhtml#two", "II: Sun")));
  EXPECT_THAT(Titles(book), ElementsAre("I: Rain", "II: Sun"));
  EXPECT_THAT(Texts(book, BlockKind::kText), ElementsAre("It rained.", "It still rained.", "Sun."));
  EXPECT_EQ(book.chapters[0].blocks.back().file, 1U);
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

TEST(Epub, SkipsByTypeAndTitleAndKeepsTheEpigraph) {
  const Book book =
      ReadEpubText(EpubOf({"<section epub:type=\"imprint\"><p>Printed.</p></section>",
                           "<section epub:type=\"epigraph\"><p>Light.</p></section>",
                           "<h2>One</h2><p>It rained<a epub:type=\"noteref\" href=\"#n\">1</a>.</p>"
                           "<aside epub:type=\"footnote\" id=\"n\"><p>Hard.</p></aside>",
                           "<p>All rights.</p>"},
                          Entry("p0.xhtml", "First Page") + Entry("p1.xhtml", "Light") +
                              Entry("p2.xhtml", "One") + Entry("p3.xhtml", "Copyright")));
  EXPECT_THAT(TextsRead(book), ElementsAre("Light.", "One", "It rained."));
  EXPECT_THAT(Titles(book), ElementsAre("First Page", "One", "Copyright"));
  EXPECT_EQ(book.chapters[2].blocks[0].skip, "imprint");
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

TEST(Epub, ShowsPartsInTitles) {
  std::string text = "<p>" + Prose() + Prose() + Prose() + Prose() + "</p>";
  const Book book = ReadEpubText(EpubOf({"<h1>Part One</h1>", "<h2>Chapter 1</h2>" + text,
                                         "<h1>Part Two</h1>", "<h2>Chapter 1</h2>" + text},
                                        "<li><a href=\"p0.xhtml\">Part One</a><ol>" +
                                            Entry("p1.xhtml", "Chapter 1") +
                                            "</ol></li><li><a href=\"p2.xhtml\">Part Two</a><ol>" +
                                            Entry("p3.xhtml", "Chapter 1") + "</ol></li>"));
  EXPECT_THAT(Titles(book), ElementsAre("Part One, Chapter 1", "Part Two, Chapter 1"));
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

TEST(Epub, TellsWhatTheBookIs) {
  const Book book = ReadEpubText(EpubOf(
      {"<p>It rained.</p>"}, Entry("p0.xhtml", "One"),
      "<dc:creator>A. Writer</dc:creator><dc:creator>B. Writer</dc:creator>"
      "<dc:contributor id=\"t\">C. Turner</dc:contributor>"
      "<meta refines=\"#t\" property=\"role\">trl</meta><dc:language>fr</dc:language>"
      "<dc:date>1911-03-01</dc:date><dc:description>&lt;p&gt;A &lt;i&gt;lamp&lt;/i&gt;.&lt;/p&gt;"
      "</dc:description><meta name=\"calibre:series\" content=\"Lights\"/>"
      "<meta name=\"calibre:series_index\" content=\"2\"/>"));
  EXPECT_EQ(Told(book.info),
            "title: The Lamp; author: A. Writer, B. Writer; translator: C. Turner; language: fr; "
            "year: 1911; series: Lights; index: 2; description: A lamp.");
}

TEST(Epub, ReadsBrokenXhtmlAsHtml) {
  const Book book =
      ReadEpubText(EpubOf({"<p>One &mdash; <br>two<p>Three & four"}, Entry("p0.xhtml", "One")));
  EXPECT_THAT(Texts(book, BlockKind::kText), ElementsAre("One \u2014 two", "Three & four"));
  EXPECT_THAT(CheckBook(book), IsEmpty());
}

TEST(Epub, RefusesDrmAndTellsSo) {
  const auto encryption = [](const std::string& algorithm) {
    return Entries{
        {"META-INF/encryption.xml",
         "<encryption><EncryptedData><EncryptionMethod Algorithm=\"" + algorithm +
             "\"/><CipherReference URI=\"OPS/p0.xhtml\"/></EncryptedData></encryption>"}};
  };
  const std::string nav = Entry("p0.xhtml", "One");
  EXPECT_THAT(Failure(EpubOf({"<p>A.</p>"}, nav, "",
                             encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc"))),
              HasSubstr("encrypted (DRM): OPS/p0.xhtml"));
  EXPECT_EQ(
      Failure(EpubOf({"<p>A.</p>"}, nav, "", encryption("http://www.idpf.org/2008/embedding"))),
      "no failure");
}

TEST(Epub, RefusesWhatIsNone) {
  EXPECT_THAT(Failure("no archive"), HasSubstr("lamp.epub: this is no whole ZIP archive"));
  EXPECT_THAT(Failure(ArchiveOf({{"a.txt", "a"}})), HasSubstr("container.xml is missing"));
  const std::string whole = EpubOf({"<p>A.</p>"}, "");
  EXPECT_THAT(Failure(whole.substr(0, whole.size() / 2)), HasSubstr("no whole ZIP archive"));
  EXPECT_THAT(Failure(EpubOf({}, "")), HasSubstr("spine"));
  EXPECT_THAT(Failure(EpubOf({"<img/>"}, "")), HasSubstr("no text"));
}

TEST(Epub, CountsWhatUnpacks) {
  const std::string bomb(std::size_t{40} << 20, ' ');
  EXPECT_THAT(Failure(EpubOf({bomb}, "")), HasSubstr("p0.xhtml: unpacks to more"));
}

TEST(Epub, ReferencesStayInside) {
  EXPECT_EQ(ResolveReference("a/b.xhtml", "../c%20d.xhtml#x")->file, "c d.xhtml");
  EXPECT_EQ(ResolveReference("a/b.xhtml", "#x")->file, "a/b.xhtml");
  EXPECT_FALSE(ResolveReference("a/b.xhtml", "../../etc/passwd"));
  EXPECT_FALSE(ResolveReference("a/b.xhtml", "http://example.org/c"));
}

}  // namespace
}  // namespace fullcast
