// Bookmarks that survive a revision.
#include <gmock/gmock.h>

#include "cli/program.h"
#include "core/json.h"

namespace fullcast {
namespace {

using test::Program;
using ::testing::HasSubstr;

TEST(Timemap, FindsOldTimesInARevisedBook) {
  const Program program;
  std::string text = test::kShortBook;
  ASSERT_EQ(program.Run("produce --timeline old.json " + program.WriteBook()).exit_code, 0);
  const std::size_t line = text.find("In the morning");
  text.insert(line, "It had snowed all night long.\n\n");
  ASSERT_EQ(
      program.Run("produce --timeline new.json " + program.WriteBook("lamp.txt", text)).exit_code,
      0);
  const auto map = program.Run("timemap old.json new.json");
  ASSERT_EQ(map.exit_code, 0) << map.output;
  EXPECT_GT(Json::Parse(map.output, "map").At("kept").AsNumber(0, 1), 0.9);
  const auto run = program.Run("timemap old.json new.json --at 0:01.5 --at 15");
  EXPECT_THAT(run.output, HasSubstr("0:01.5 is at 0:00:01.500 of lamp.m4b\n15 is at 0:00:1"));
  EXPECT_EQ(program.Run("timemap old.json new.json --at soon").exit_code, 1);
  EXPECT_THAT(program.Run("timemap old.json new.json --at 9:00:00").output, HasSubstr("ends at"));
  EXPECT_EQ(program.Run("timemap lamp.txt new.json").exit_code, 1);
}

}  // namespace
}  // namespace fullcast
