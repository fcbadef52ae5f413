// Kills, full disks, damaged stores and the like, in a short form of bench/robustness.py.
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "support/command.h"
#include "support/paths.h"

namespace fullcast {
namespace {

struct Part {
  const char* name;
  int times;
};

// How GoogleTest names a case.
void PrintTo(const Part& part, std::ostream* out) { *out << part.name; }

class Robustness : public testing::TestWithParam<Part> {};

TEST_P(Robustness, NoBookIsLostOrWrong) {
  const auto run = test::RunCommand(
      "python3 " + test::Quoted((test::SourceFolder() / "bench/robustness.py").string()) +
      " --program " + test::Quoted(test::ProgramPath().string()) + " --days 8 --parts " +
      GetParam().name + " --times " + std::to_string(GetParam().times) + " 2>&1");
  EXPECT_EQ(run.exit_code, 0) << run.output;
}

INSTANTIATE_TEST_SUITE_P(In, Robustness,
                         testing::Values(Part{"kill", 6}, Part{"calls", 4}, Part{"full", 5},
                                         Part{"store", 8}, Part{"twice", 1}, Part{"workers", 1},
                                         Part{"faults", 3}, Part{"stop", 5}),
                         [](const auto& part) { return std::string(part.param.name); });

}  // namespace
}  // namespace fullcast
