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

TEST(Tag, SaysWhenThereIsNothingToChange) {
  const Program program;
  const auto run = program.Run("tag tale.mp3");
  EXPECT_NE(run.exit_code, 0);
  EXPECT_THAT(run.output, HasSubstr("say what to change"));
}

}  // namespace
}  // namespace fullcast
