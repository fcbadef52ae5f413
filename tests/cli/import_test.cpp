// Who says what, taken from BookNLP's files.
#include <gmock/gmock.h>

#include <filesystem>
#include <ostream>
#include <string>

#include "cli/program.h"
#include "core/json.h"
#include "script/booknlp_samples.h"

namespace fullcast {
namespace {

using test::CommandResult;
using test::Program;
using test::Quoted;
using test::RunCommand;
using ::testing::HasSubstr;
using ::testing::Not;

// A book and BookNLP's files for it, in the folder "read".
void WriteSample(const Program& program) {
  WriteFile(program / "ferry.txt", kSampleText[0] + "\n\n" + kSampleText[1] + "\n");
  std::filesystem::create_directory(program / "read");
  WriteBookNlpSample(program / "read", MakeBookNlpSample());
}

TEST(Import, ItsCharactersSpeak) {
  const Program program;
  WriteSample(program);
  const CommandResult run = program.Run("annotate ferry.txt --attribution read");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  const std::string script = program.Read("scripts/ferry.json");
  EXPECT_THAT(script, HasSubstr("\"Miss Vik\""));
  EXPECT_THAT(script, HasSubstr(R"({"speaker":"the-ferryman","text":"\"Yes,\"")"));
}

TEST(Import, ProduceTakesItToo) {
  const Program program;
  WriteSample(program);
  const CommandResult run = program.Run("produce ferry.txt --attribution read --dry-run");
  EXPECT_EQ(run.exit_code, 0) << run.output;
  EXPECT_THAT(run.output, HasSubstr("the ferryman"));
}

TEST(Import, AnotherBooksFilesAreRefused) {
  const Program program;
  WriteSample(program);
  const std::string book = program.WriteBook();
  const std::string before = program.Files();
  const CommandResult run = program.Run("annotate " + book + " --attribution read");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.output, HasSubstr("read/ferry.tokens:2: "));
  EXPECT_EQ(program.Run("annotate " + book + " --attribution nowhere").exit_code, 1);
  EXPECT_EQ(program.Files(), before);
}

struct Novel {
  const char* name;
  double voice;  ///< percent right, that the scorer gives BookNLP itself
};

void PrintTo(const Novel& novel, std::ostream* out) { *out << novel.name; }

class ImportedNovel : public ::testing::TestWithParam<Novel> {};

TEST_P(ImportedNovel, ScoresAsBookNlpItself) {
  const std::filesystem::path shared = test::SharedFolder();
  const std::string name = GetParam().name;
  const std::filesystem::path novel = shared / "benchmarks/dialogue" / name;
  const std::filesystem::path files = shared / "benchmarks/booknlp" / name;
  const std::filesystem::path scorer = shared / "tools/score_dialogue.py";
  for (const std::filesystem::path& path : {novel, files, scorer}) {
    if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not there";
  }
  const Program program;
  const CommandResult run =
      program.Run("annotate " + Quoted((novel / "novel.txt").string()) + " --attribution " +
                  Quoted(files.string()) + " -o script.json");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  EXPECT_THAT(run.output, Not(HasSubstr("warning"))) << "a difference between script and book";
  const CommandResult scored =
      RunCommand("python3 " + Quoted(scorer.string()) + " " + Quoted(novel.string()) + " " +
                 Quoted((program / "script.json").string()) + " --json");
  ASSERT_EQ(scored.exit_code, 0) << scored.output;
  const Json scores = Json::Parse(scored.output, "scores");
  EXPECT_NEAR(scores.At("all").At("voice").AsNumber(0, 100), GetParam().voice, 0.5);
}

INSTANTIATE_TEST_SUITE_P(All, ImportedNovel,
                         ::testing::Values(Novel{"DaisyMiller", 66.9},
                                           Novel{"AlicesAdventuresInWonderland", 83.2}),
                         [](const testing::TestParamInfo<Novel>& novel) {
                           return std::string(novel.param.name);
                         });

}  // namespace
}  // namespace fullcast
