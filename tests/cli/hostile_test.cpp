// Hostile books, made and judged by tests/hostile/hostile.py: its table says what each must give.
#include <gtest/gtest.h>

#include "support/command.h"
#include "support/paths.h"

namespace fullcast {
namespace {

TEST(HostileBooks, GiveTheirMessageInTimeAndMemory) {
  const auto run = test::RunCommand(
      "python3 " + test::Quoted((test::SourceFolder() / "tests/hostile/hostile.py").string()) +
      " " + test::Quoted(test::ProgramPath().string()) + " 2>&1");
  EXPECT_EQ(run.exit_code, 0) << run.output;
}

}  // namespace
}  // namespace fullcast
