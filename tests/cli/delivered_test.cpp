// EPUBs and audiobook archives, held against the rules of their formats.
#include <gmock/gmock.h>

#include <string>

#include "cli/program.h"
#include "support/picture.h"
#include "support/zip_archive.h"

namespace fullcast {
namespace {

using test::CommandResult;
using test::Program;
using test::Quoted;
using test::RunCommand;
using ::testing::HasSubstr;
using ::testing::Not;

// Debian's, which is a Java archive: the system may not know how to run that by itself.
CommandResult EpubCheck(const std::filesystem::path& path) {
  return RunCommand("java -jar /usr/share/java/epubcheck.jar " + Quoted(path.string()) + " 2>&1");
}

CommandResult Delivered(const std::string& checker, const std::string& arguments) {
  return RunCommand("python3 " + Quoted((test::SourceFolder() / "tests/delivered").string()) + "/" +
                    checker + " " + arguments + " 2>&1");
}

std::string Page(const std::string& title, const std::string& body) {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n<html "
         "xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\">"
         "<head><title>" +
         title + "</title></head>\n<body>" + body + "</body></html>\n";
}

// An EPUB with what is awkward in real ones: spans of its own, speech across elements, ids, notes,
// blocks in blocks, folders with spaces.
std::string MakeEpub(const std::string& version) {
  const std::string package =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<package "
      "xmlns=\"http://www.idpf.org/2007/opf\" version=\"" +
      version +
      "\" unique-identifier=\"id\">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      "<dc:identifier id=\"id\">urn:example:lamp</dc:identifier><dc:title>The Lamp</dc:title>"
      "<dc:language>en</dc:language>\n"
      "<meta property=\"dcterms:modified\">2020-02-02T02:02:02Z</meta></metadata>\n<manifest>"
      "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" "
      "properties=\"nav\"/>\n"
      "<item id=\"one\" href=\"the%20text/1.xhtml\" media-type=\"application/xhtml+xml\"/>\n"
      "<item id=\"two\" href=\"the%20text/2.xhtml\" media-type=\"application/xhtml+xml\" />\n"
      "</manifest>\n<spine><itemref idref=\"one\"/><itemref idref=\"two\"/></spine></package>\n";
  return test::MakeZip(
      {{"mimetype", "application/epub+zip"},
       {"META-INF/container.xml",
        "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">"
        "<rootfiles><rootfile full-path=\"my book/p.opf\" "
        "media-type=\"application/oebps-package+xml\"/></rootfiles></container>"},
       {"my book/p.opf", package},
       {"my book/nav.xhtml",
        Page("Contents",
             "<nav epub:type=\"toc\"><ol><li><a href=\"the%20text/1.xhtml\">One</a></li>"
             "<li><a href=\"the%20text/2.xhtml\">Two</a></li></ol></nav>")},
       {"my book/the text/1.xhtml",
        Page("One",
             "<section><h1 id=\"start\">One</h1>\n<p>It was late,&#160;and the <span>lamp</span> "
             "was <em>very</em> low.</p>\n<p>\u201cWho <em>is there?\u201d said</em> Maren.</p>"
             "<p>\u201cOnly <span class=\"x\">me,</span>\u201d said Mr. Dunn.<a "
             "epub:type=\"noteref\" href=\"#n\">1</a></p><div>He stood. <p>He left.</p> It was "
             "dark.</div><aside epub:type=\"footnote\" id=\"n\"><p>A note.</p></aside></section>")},
       {"my book/the text/2.xhtml",
        Page("Two",
             "<h1><span>Two</span></h1><p id=\"p2\">In the morning the <b>harbour</b> was "
             "white.<br/>All of it.</p>")}});
}

TEST(Delivered, AnEpubOfTheTextAndAnArchivePassTheirChecks) {
  const Program program;
  WriteFile(program / "c.png", test::PngBytes());
  const auto run = program.Run("produce " + program.WriteBook() +
                               " --format mp3 --read-along epub,lpf --author \"A & B\" --read-by "
                               "\"C < D\" --cover c.png --description \"About.\" --year 2026");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  const auto epub = EpubCheck(program / "output/lamp.epub");
  EXPECT_EQ(epub.exit_code, 0) << epub.output;
  EXPECT_THAT(epub.output, HasSubstr("0 errors"));
  const auto overlays = Delivered("overlays.py", Quoted((program / "output/lamp.epub").string()));
  EXPECT_EQ(overlays.exit_code, 0) << overlays.output;
  const auto lpf = Delivered("audiobook.py", Quoted((program / "output/lamp.lpf").string()));
  EXPECT_EQ(lpf.output, "");
}

TEST(Delivered, TheUsersOwnEpubIsReadAloud) {
  const Program program;
  WriteFile(program / "lamp.epub", MakeEpub("3.0"));
  for (const std::string options :
       {"--format mp3 --split chapter", "--format m4b --footnotes end"}) {
    const auto run =
        program.Run("produce lamp.epub -o out/lamp.m4b --read-along epub --force " + options);
    ASSERT_EQ(run.exit_code, 0) << run.output;
    EXPECT_THAT(run.output, Not(HasSubstr("is made from the text")));
    const std::string made =
        (program / (options.ends_with("chapter") ? "out/lamp/lamp.epub" : "out/lamp.epub"))
            .string();
    const auto overlays =
        Delivered("overlays.py", Quoted(made) + " " + Quoted((program / "lamp.epub").string()));
    EXPECT_EQ(overlays.output, "") << options;
  }
  const auto epub = EpubCheck(program / "out/lamp.epub");
  EXPECT_EQ(epub.exit_code, 0) << epub.output;
  EXPECT_THAT(epub.output, HasSubstr("0 errors"));
  // It knows the EPUB again as its own.
  EXPECT_EQ(program.Run("produce lamp.epub -o out/lamp.m4b --read-along epub").exit_code, 0);
}

TEST(Delivered, AnEpub2IsMadeFromItsText) {
  const Program program;
  WriteFile(program / "lamp.epub", MakeEpub("2.0"));
  const auto run = program.Run("produce lamp.epub -o out/lamp.m4b --read-along epub");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  EXPECT_THAT(run.output, HasSubstr("is made from the text, not from the pages of the book"));
  EXPECT_THAT(run.output, HasSubstr("EPUB 2"));
  EXPECT_THAT(program.Read("out/lamp.epub"), HasSubstr("urn:fullcast:"));
}

}  // namespace
}  // namespace fullcast
