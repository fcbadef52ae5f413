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
std::string MakeEpub() {
  const std::string package =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<package "
      "xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" "
      "unique-identifier=\"id\">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
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
             "white.<br/>All of it.</p>"
             "<table><tr><td>Maren</td><td>the lamp</td></tr><tr><td>Mr. "
             "Dunn</td><td>the boat</td></tr><tr><td>Nobody</td><td>the tide</td></tr></table>")}});
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
  WriteFile(program / "lamp.epub", MakeEpub());
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

// One as converters write them: XHTML 1.1, entities, a picture of the cover in SVG, contents in two
// levels, attributes in its metadata.
std::string MakeEpub2() {
  const auto page = [](const std::string& title, const std::string& body) {
    return "<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML "
           "1.1//EN\" \"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd\">\n<html "
           "xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"en\">\n<head><title>" +
           title +
           "</title>\n<meta http-equiv=\"Content-Type\" content=\"application/xhtml+xml; "
           "charset=utf-8\" />\n<meta http-equiv=\"Content-Style-Type\" content=\"text/css\" "
           "/></head>\n<body>" +
           body + "</body>\n</html>\n";
  };
  const auto point = [](int number, const std::string& label, const std::string& address) {
    const std::string order = std::to_string(number);
    return "<navPoint id=\"n" + order + "\" playOrder=\"" + order + "\"><navLabel><text>" + label +
           "</text></navLabel><content src=\"" + address + "\"/>";
  };
  return test::MakeZip(
      {{"mimetype", "application/epub+zip"},
       {"META-INF/container.xml",
        "<?xml version=\"1.0\"?>\n<container version=\"1.0\" "
        "xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile "
        "full-path=\"OEBPS/content.opf\" "
        "media-type=\"application/oebps-package+xml\"/></rootfiles></container>"},
       {"OEBPS/content.opf", R"(<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
<dc:title>The Lamp &amp; the Tide</dc:title>
<dc:creator opf:role="aut" opf:file-as="Writer, A.">A. Writer</dc:creator>
<dc:contributor id="ed" opf:role="edt">B. Editor</dc:contributor>
<dc:identifier id="id" opf:scheme="UUID">urn:uuid:00000000-0000-4000-8000-000000000001</dc:identifier>
<dc:date opf:event="conversion">2020-02-02</dc:date>
<dc:date opf:event="publication">1901</dc:date>
<dc:language>en</dc:language>
<meta name="cover" content="picture"/>
</metadata>
<manifest>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="picture" href="cover.png" media-type="image/png"/>
<item id="wrap" href="cover.html" media-type="application/xhtml+xml"/>
<item id="one" href="one.html" media-type="application/xhtml+xml"/>
<item id="two" href="two.html" media-type="application/xhtml+xml"/>
</manifest>
<spine toc="ncx"><itemref idref="wrap" linear="no"/><itemref idref="one"/><itemref idref="two"/></spine>
<guide><reference type="cover" title="Cover" href="cover.html"/></guide>
</package>
)"},
       {"OEBPS/toc.ncx",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<ncx "
        "xmlns=\"http://www.daisy.org/z3986/2005/ncx/\" version=\"2005-1\"><head><meta "
        "name=\"dtb:uid\" content=\"urn:uuid:00000000-0000-4000-8000-000000000001\"/></head>"
        "<docTitle><text>The Lamp</text></docTitle><navMap>" +
            point(1, "Chapter I", "one.html") + point(2, "A part", "one.html#part") +
            "</navPoint></navPoint>" + point(3, "Chapter II", "two.html") +
            "</navPoint></navMap></ncx>"},
       {"OEBPS/cover.png", test::PngBytes()},
       {"OEBPS/cover.html",
        page("Cover",
             "<div><svg xmlns=\"http://www.w3.org/2000/svg\" "
             "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" width=\"100%\" "
             "height=\"100%\" viewBox=\"0 0 2 2\"><image width=\"2\" height=\"2\" "
             "xlink:href=\"cover.png\"/></svg></div>")},
       {"OEBPS/one.html",
        page("Chapter I",
             "\n<h2>Chapter I</h2>\n<p>It was late,&nbsp;and the caf&eacute; was empty.</p>\n<p "
             "id=\"part\">&ldquo;Who is there?&rdquo; said Maren &mdash; she <em>had "
             "seen</em> nobody.</p><p><img src=\"cover.png\" alt=\"A caf&eacute;\" /></p>")},
       {"OEBPS/two.html", page("Chapter II",
                               "\n<h2>Chapter II</h2>\n<p>In the morning &amp; later the harbour "
                               "was white.</p>")}});
}

TEST(Delivered, AnEpub2BecomesAnEpub3WithItsPages) {
  const Program program;
  WriteFile(program / "lamp.epub", MakeEpub2());
  EXPECT_THAT(EpubCheck(program / "lamp.epub").output, HasSubstr("0 errors"));
  const auto run = program.Run("produce lamp.epub -o out/lamp.m4b --read-along epub");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  EXPECT_THAT(run.output, Not(HasSubstr("is made from the text")));
  const auto epub = EpubCheck(program / "out/lamp.epub");
  EXPECT_EQ(epub.exit_code, 0) << epub.output;
  EXPECT_THAT(epub.output, HasSubstr("EPUB version 3"));
  EXPECT_THAT(epub.output, HasSubstr("0 errors"));
  const auto overlays =
      Delivered("overlays.py", Quoted((program / "out/lamp.epub").string()) + " " +
                                   Quoted((program / "lamp.epub").string()));
  EXPECT_EQ(overlays.output, "");
}

TEST(Delivered, ObsoleteMarkupOfEpub2BecomesHtml) {
  const Program program;
  const std::string maker = (test::SourceFolder() / "bench/publish/old_epubs.py").string();
  const auto made = RunCommand("python3 " + Quoted(maker) + " " + Quoted((program / "").string()));
  ASSERT_EQ(made.exit_code, 0) << made.output;
  for (const std::string name : {"gutenberg", "calibre", "indesign"}) {
    const auto run =
        program.Run("produce " + name + ".epub -o out/" + name + ".m4b --read-along epub");
    ASSERT_EQ(run.exit_code, 0) << run.output;
    EXPECT_THAT(run.output, Not(HasSubstr("is made from the text")));
    const std::filesystem::path read_aloud = program / ("out/" + name + ".epub");
    const auto epub = EpubCheck(read_aloud);
    EXPECT_THAT(epub.output, HasSubstr("0 fatals / 0 errors"));
    const auto overlays =
        Delivered("overlays.py", Quoted(read_aloud.string()) + " " +
                                     Quoted((program / (name + ".epub")).string()));
    EXPECT_EQ(overlays.output, "") << name;
  }
}

TEST(Delivered, AnEpubThatIsReadAloudAlreadyGivesOneOfItsText) {
  const Program program;
  WriteFile(program / "lamp.epub", MakeEpub());
  ASSERT_EQ(program.Run("produce lamp.epub -o once/lamp.m4b --read-along epub").exit_code, 0);
  const auto run = program.Run("produce once/lamp.epub -o out/lamp.m4b --read-along epub");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  EXPECT_THAT(run.output, HasSubstr("is made from the text, not from the pages of the book"));
  EXPECT_THAT(program.Read("out/lamp.epub"), HasSubstr("urn:fullcast:"));
}

}  // namespace
}  // namespace fullcast
