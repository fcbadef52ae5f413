// Real books, where they are at hand: what is spoken is what a careful reader would read aloud, in
// order and nothing else. tests/heard/heard.py knows each book without our readers; of its text
// only a hash a paragraph is kept, in tests/data/heard.
#include <gtest/gtest.h>

#include <filesystem>
#include <ostream>
#include <string>

#include "cli/program.h"
#include "support/paths.h"

namespace fullcast {
namespace {

using test::Program;
using test::Quoted;
using test::RunCommand;

class HeardBook : public testing::TestWithParam<const char*> {};

TEST_P(HeardBook, IsSpokenAsACarefulReaderWould) {
  const std::filesystem::path book = test::SharedFolder() / "books" / GetParam();
  if (!std::filesystem::exists(book)) GTEST_SKIP() << book << " is not there";
  const Program program;
  const auto run = program.Run("annotate -o script.json " + Quoted(book.string()));
  ASSERT_EQ(run.exit_code, 0) << run.output;
  const std::string list =
      (test::SourceFolder() / "tests/data/heard" / GetParam()).string() + ".txt";
  const auto check =
      RunCommand("python3 " + Quoted((test::SourceFolder() / "tests/heard/heard.py").string()) +
                 " check " + Quoted((program / "script.json").string()) + " " + Quoted(list));
  EXPECT_EQ(check.exit_code, 0) << check.output;
}

INSTANTIATE_TEST_SUITE_P(All, HeardBook,
                         testing::Values("alice-gutenberg-utf8.txt", "alice-standard-ebooks.epub",
                                         "childrens-literature.epub", "georgia-pls-ssml.epub",
                                         "leaving-atlanta.txt", "regime-anticancer-arabic.epub",
                                         "sherlock-gutenberg-latin1.txt", "sherlock-gutenberg.htm",
                                         "wasteland.epub"),
                         [](const testing::TestParamInfo<const char*>& book) {
                           std::string name;
                           for (const char c : std::string(book.param)) {
                             if (std::isalnum(static_cast<unsigned char>(c)) != 0) name += c;
                           }
                           return name;
                         });

}  // namespace
}  // namespace fullcast
