// What a book brings beside its text, and what the user knows better.
#include <gmock/gmock.h>

#include <string>

#include "cli/program.h"
#include "support/zip_archive.h"

namespace fullcast {
namespace {

using test::Program;
using ::testing::HasSubstr;
using ::testing::Not;

// A short EPUB with a lexicon that knows how Maren is said.
std::string EpubWithLexicon(const std::string& ipa) {
  return test::MakeZip(
      {{"mimetype", "application/epub+zip"},
       {"META-INF/container.xml",
        "<container><rootfiles><rootfile full-path=\"b.opf\"/></rootfiles></container>"},
       {"b.opf",
        "<package><metadata><dc:title>The Lamp</dc:title><dc:language>en</dc:language></metadata>"
        "<manifest><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/>"
        "<item id=\"l\" href=\"l.pls\" media-type=\"application/pls+xml\"/></manifest>"
        "<spine><itemref idref=\"a\"/></spine></package>"},
       {"a.xhtml",
        "<html><body><h1>The Lamp</h1><p>The lamp was lit when Maren came. Nobody knew why Maren "
        "was late.</p></body></html>"},
       {"l.pls",
        "<lexicon version=\"1.0\" xmlns=\"http://www.w3.org/2005/01/pronunciation-lexicon\" "
        "alphabet=\"ipa\" xml:lang=\"en\"><lexeme><grapheme>Maren</grapheme><phoneme>" +
            ipa + "</phoneme></lexeme></lexicon>"}});
}

TEST(BookData, TheBooksOwnLexiconIsHeardAndTheUsersWinsOverIt) {
  const Program program;
  WriteFile(program / "lamp.epub", EpubWithLexicon("m\u0251\u02D0\u02C8r\u025Bn"));
  ASSERT_EQ(program.Run("annotate lamp.epub").exit_code, 0);
  EXPECT_THAT(program.Read("scripts/lamp.json"),
              HasSubstr("\"lexicon\": [\n  {\"word\":\"Maren\",\"ipa\":\"m\u0251\u02D0\u02C8r"));
  const auto said = [&](const std::string& options) {
    return program.Run("names scripts/lamp.json " + options).output;
  };
  EXPECT_THAT(said(""), HasSubstr("m\u0251\u02D0\u02C8r\u025Bn"));
  WriteFile(program / "mine.txt", "Maren = Marn\n");
  EXPECT_THAT(said("--lexicon mine.txt"), HasSubstr("Marn"));
}

TEST(BookData, SoundsThatNoVoiceHasAreTold) {
  const Program program;
  WriteFile(program / "lamp.epub", EpubWithLexicon("m\u0298n"));
  const auto run = program.Run("produce lamp.epub --format wav");
  EXPECT_EQ(run.exit_code, 0) << run.output;
  EXPECT_THAT(run.output, HasSubstr("has no sound for"));
}

TEST(BookData, OptionsWinOverTheFileBesideTheBookAndThatOverTheBook) {
  const Program program;
  WriteFile(program / "lamp.epub", EpubWithLexicon("m"));
  WriteFile(program / "lamp.book.json",
            R"({"title": "The Lamp, Relit", "author": "A. Writer", "series": "Harbours"})");
  const auto run = program.Run("annotate lamp.epub --author 'B. Writer' --series-index 2");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  const std::string script = program.Read("scripts/lamp.json");
  EXPECT_THAT(script, HasSubstr("\"title\":\"The Lamp, Relit\",\"author\":\"B. Writer\""));
  EXPECT_THAT(script, HasSubstr("\"series\":\"Harbours\",\"series_index\":\"2\""));
  EXPECT_THAT(script, HasSubstr("\"language\":\"en\""));

  WriteFile(program / "lamp.book.json", R"({"titel": "x"})");
  EXPECT_THAT(program.Run("annotate lamp.epub").output, HasSubstr("lamp.book.json:1:"));
}

}  // namespace
}  // namespace fullcast
