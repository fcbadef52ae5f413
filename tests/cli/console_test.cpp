// What a run shows: on a terminal, in a pipe, to a program.
#include <gmock/gmock.h>

#include <sstream>
#include <string>

#include "cli/program.h"
#include "core/json.h"

namespace fullcast {
namespace {

using test::Program;
using test::Quoted;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;

class ConsoleTest : public ::testing::Test {
 protected:
  // What a terminal of 60 columns gets.
  [[nodiscard]] std::string OnTerminal(const std::string& arguments) const {
    const std::string run = "stty cols 60; XDG_CACHE_HOME=cache " +
                            Quoted(test::ProgramPath().string()) + " " + arguments;
    return test::RunCommand("cd " + Quoted((program_ / "").string()) +
                            " && TERM=xterm script -qec " + Quoted(run) + " typescript 2>&1")
        .output;
  }

  Program program_;
  std::string book_ = program_.WriteBook();
};

TEST_F(ConsoleTest, ATerminalShowsABarThatIsGoneInTheEnd) {
  const std::string shown = OnTerminal("produce lamp.txt --no-cache");
  EXPECT_THAT(shown, ContainsRegex("\r\x1b\\[K\\[#*\\.*\\] +[0-9]+%  1/2 .*x  0:0[0-9] left"));
  EXPECT_THAT(shown, HasSubstr("\r\x1b[Kcheck: "));
  EXPECT_THAT(OnTerminal("produce lamp.txt --quiet"), Not(HasSubstr("%")));
}

TEST_F(ConsoleTest, APipeGetsPlainLines) {
  const auto run = program_.Run("produce lamp.txt");
  EXPECT_THAT(run.output, ContainsRegex("\n100%  2/2 .*x  0:00 left\n"));
  EXPECT_THAT(run.output, Not(HasSubstr("\x1b")));
  EXPECT_THAT(run.output, Not(HasSubstr("\r")));
}

TEST_F(ConsoleTest, QuietSaysTheResultOnly) {
  const std::string output = program_.Run("produce lamp.txt --quiet").output;
  EXPECT_THAT(output, HasSubstr("lamp.m4b: 2 chapters"));
  EXPECT_EQ(std::count(output.begin(), output.end(), '\n'), 1);
}

TEST_F(ConsoleTest, AProgramGetsAnEventALine) {
  std::istringstream lines(program_.Run("produce lamp.txt --json").output);
  std::string last;
  std::int64_t percent = 0;
  for (std::string line; std::getline(lines, line);) {
    const Json event = Json::Parse(line, "event");
    last = event.At("event").AsString();
    if (last != "progress") continue;
    percent = event.At("percent").AsInteger(percent, 100);
    EXPECT_LE(event.At("chapter").AsInteger(1, 2), event.At("chapters").AsInteger(2, 2));
    EXPECT_GT(event.At("speed").AsNumber(0, 1e9), 0);
    EXPECT_GE(event.At("seconds_left").AsNumber(0, 1e9), 0);
  }
  EXPECT_EQ(percent, 100);
  EXPECT_EQ(last, "done");
}

TEST_F(ConsoleTest, NobodyThereToReadItIsNoFailure) {
  const auto run = program_.Run("produce lamp.txt 2>/dev/full; echo $?; true");
  EXPECT_THAT(run.output, HasSubstr("\n0\n"));
}

}  // namespace
}  // namespace fullcast
