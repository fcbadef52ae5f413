// Other tags for a finished audiobook.
#include <gmock/gmock.h>

#include <string>

#include "cli/program.h"

namespace fullcast {
namespace {

using test::Program;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Tag, ChangesAFinishedBookInPlace) {
  const Program program;
  const std::string book = program.WriteBook("tale.txt", "The lamp was lit. Maren came late.");
  ASSERT_EQ(program.Run("produce --format mp3 -o tale.mp3 --title Lamps " + book).exit_code, 0);
  const std::string before = program.Read("tale.mp3");
  const auto run = program.Run("tag tale.mp3 --title Lanterns --read-by Nobody");
  EXPECT_EQ(run.exit_code, 0) << run.output;
  EXPECT_THAT(run.output, HasSubstr("tagged: tale.mp3"));
  const std::string after = program.Read("tale.mp3");
  EXPECT_THAT(before, HasSubstr("Lamps"));
  EXPECT_THAT(after, HasSubstr("Lanterns"));
  EXPECT_THAT(after, Not(HasSubstr("Lamps")));
}

TEST(Tag, TakesASeriesPlaceInAWordOfItsOwn) {
  const Program program;
  const std::string book = program.WriteBook("tale.txt", "The lamp was lit. Maren came late.");
  ASSERT_EQ(program.Run("produce -o tale.m4b --series Harbours --series-index 2 " + book).exit_code,
            0);
  const auto tags = [&] {
    return test::RunCommand("ffprobe -v error -show_entries format_tags " +
                            test::Quoted((program / "tale.m4b").string()))
        .output;
  };
  EXPECT_THAT(tags(), HasSubstr("SERIES-PART=2\n"));
  ASSERT_EQ(program.Run("tag tale.m4b --series-index 3").exit_code, 0);
  EXPECT_THAT(tags(), HasSubstr("SERIES-PART=3\n"));
  EXPECT_THAT(tags(), HasSubstr("SERIES=Harbours\n"));
}

TEST(Tag, SaysWhenThereIsNothingToChange) {
  const Program program;
  const auto run = program.Run("tag tale.mp3");
  EXPECT_NE(run.exit_code, 0);
  EXPECT_THAT(run.output, HasSubstr("say what to change"));
}

}  // namespace
}  // namespace fullcast
