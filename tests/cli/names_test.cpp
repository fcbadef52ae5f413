// A book's proper names, listed and spoken by the real program.
#include <gmock/gmock.h>

#include <fstream>

#include "cli/program.h"
#include "core/json.h"

namespace fullcast {
namespace {

using test::Program;
using ::testing::HasSubstr;
using ::testing::Not;

class Names : public testing::Test {
 protected:
  void SetUp() override {
    std::ofstream(program_ / "lake.txt")
        << "CHAPTER I\n\nThey met Siobhan at the lake, and nobody else. Then old Mr. Cholmondeley "
           "asked Siobhan for tea.\n\n\"I know Siobhan,\" said Cholmondeley.\n\n"
           "So Siobhan stayed. The lake was cold.\n";
    ASSERT_EQ(program_.Run("annotate lake.txt").exit_code, 0);
  }

  // Name -> count, of the JSON output.
  [[nodiscard]] std::vector<std::string> List(const std::string& options) const {
    const auto run = program_.Run("names scripts/lake.json --json " + options);
    EXPECT_EQ(run.exit_code, 0) << run.output;
    const Json result = Json::Parse(run.output, "names");
    std::vector<std::string> listed;
    for (const Json& name : result.At("names").AsArray()) {
      listed.push_back(name.At("name").AsString() + " " +
                       std::to_string(name.At("count").AsInteger(1, 100)) + " " +
                       name.StringOr("lexicon", "-"));
    }
    return listed;
  }

  const Program program_;
};

TEST_F(Names, AreListedByFrequencyWithTheirPhonemes) {
  EXPECT_THAT(List(""), testing::ElementsAre("Siobhan 4 -", "Cholmondeley 2 -"));
  EXPECT_THAT(List("--most 1"), testing::ElementsAre("Siobhan 4 -"));
  const auto table = program_.Run("names scripts/lake.json");
  EXPECT_THAT(table.output, HasSubstr("Siobhan"));
  EXPECT_THAT(table.output, HasSubstr("They met Siobhan at the lake"));
}

TEST_F(Names, TheLexiconChangesWhatIsHeard) {
  std::ofstream(program_ / "names.txt") << "Cholmondeley = Chumley\n";
  EXPECT_THAT(List("--lexicon names.txt"),
              testing::ElementsAre("Siobhan 4 -", "Cholmondeley 2 Chumley"));
  const auto plain = program_.Run("names scripts/lake.json");
  const auto changed = program_.Run("names scripts/lake.json --lexicon names.txt");
  EXPECT_THAT(changed.output, HasSubstr("tS'Vmli"));
  EXPECT_THAT(plain.output, Not(HasSubstr("tS'Vmli")));
}

TEST_F(Names, AreSpokenIntoOneFile) {
  const auto run = program_.Run("names scripts/lake.json -o names.wav");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  const auto length =
      test::RunCommand("ffprobe -v error -show_entries format=duration -of csv=p=0 " +
                       test::Quoted((program_ / "names.wav").string()));
  EXPECT_GT(std::stod(length.output), 1);
  EXPECT_LT(std::stod(length.output), 10);
}

}  // namespace
}  // namespace fullcast
