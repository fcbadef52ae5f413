// Tuning voices with the real program: cast --set, audition.
#include <gmock/gmock.h>

#include "cli/program.h"

namespace fullcast {
namespace {

using test::Program;
using test::Quoted;
using test::RunCommand;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class Tuning : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(program_.Run("annotate " + program_.WriteBook()).exit_code, 0);
  }

  [[nodiscard]] std::string ChapterTitles(const std::string& file) const {
    return RunCommand("ffprobe -v error -show_entries chapter_tags=title -of csv=p=0 " +
                      Quoted((program_ / file).string()))
        .output;
  }

  const Program program_;
};

TEST_F(Tuning, SetChangesOneRoleAndKeepsTheOthers) {
  ASSERT_EQ(program_.Run("cast scripts/lamp.json").exit_code, 0);
  const std::string before = program_.Read("voices/lamp.json");
  const auto set = program_.Run("cast scripts/lamp.json --set maren.pitch=71 --set mr-dunn=walter");
  ASSERT_EQ(set.exit_code, 0) << set.output;
  const std::string after = program_.Read("voices/lamp.json");
  EXPECT_THAT(after,
              AllOf(HasSubstr("\"pitch\":71"), HasSubstr("\"mr-dunn\": {\"preset\":\"walter\"}"),
                    HasSubstr("\"gain\":")));
  const auto narrator = [](const std::string& cast) {
    const std::size_t begin = cast.find("\"narrator\"");
    return cast.substr(begin, cast.find('\n', begin) - begin);
  };
  EXPECT_EQ(narrator(after), narrator(before));

  EXPECT_EQ(program_.Run("cast scripts/lamp.json").exit_code, 0);
  EXPECT_EQ(program_.Read("voices/lamp.json"), after) << "a change on the command line is kept";
}

TEST_F(Tuning, AWrongSettingChangesNothing) {
  ASSERT_EQ(program_.Run("cast scripts/lamp.json").exit_code, 0);
  const std::string before = program_.Read("voices/lamp.json");
  const auto wrong =
      program_.Run("cast scripts/lamp.json --set maren.pitch=71 --set maren.variant=nosuch");
  EXPECT_EQ(wrong.exit_code, 1);
  EXPECT_THAT(wrong.output, AllOf(HasSubstr("maren"), HasSubstr("nosuch")));
  EXPECT_EQ(program_.Read("voices/lamp.json"), before);
}

TEST_F(Tuning, AuditionHasAChapterForEachSpeaker) {
  const auto run = program_.Run("audition scripts/lamp.json");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  const std::string titles = ChapterTitles("output/lamp-audition.m4b");
  EXPECT_THAT(titles, AllOf(HasSubstr("Maren"), HasSubstr("Mr. Dunn"), HasSubstr("The narrator")));
  EXPECT_EQ(std::count(titles.begin(), titles.end(), '\n'), 3) << titles;
}

TEST_F(Tuning, AuditionComparesVariants) {
  const auto run = program_.Run(
      "audition scripts/lamp.json --character maren --try pitch=80,rate=150 --try preset=alice "
      "-o ab.m4b");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  EXPECT_EQ(ChapterTitles("ab.m4b"),
            "\"Maren, as cast\"\n\"Maren: pitch=80,rate=150\"\nMaren: preset=alice\n");

  const auto everybody = program_.Run("audition scripts/lamp.json --try pitch=80");
  EXPECT_EQ(everybody.exit_code, 1);
  EXPECT_THAT(everybody.output, HasSubstr("--character"));
  EXPECT_THAT(program_.Run("audition scripts/lamp.json --character marem").output,
              HasSubstr("maren"));
}

}  // namespace
}  // namespace fullcast
