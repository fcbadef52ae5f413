// The README's examples of how voices and names are tuned, each of them run.
#include <gmock/gmock.h>

#include <sstream>

#include "cli/program.h"

namespace fullcast {
namespace {

constexpr std::string_view kProgram = "build/fullcast ";

// The arguments of each example whose command is one of these; a line may go on behind a backslash.
std::vector<std::string> ExamplesOf(const std::vector<std::string>& commands) {
  std::istringstream readme(ReadFile(test::SourceFolder() / "README.md"));
  std::vector<std::string> examples;
  std::string line;
  while (std::getline(readme, line)) {
    for (std::string more; line.ends_with('\\') && std::getline(readme, more);) {
      line.pop_back();
      line += more;
    }
    for (const std::string& command : commands) {
      const std::string start = std::string(kProgram) + command + " ";
      if (!line.starts_with(start)) continue;
      const std::string example = line.substr(0, line.find(" #"));
      examples.push_back(example.substr(kProgram.size()));
    }
  }
  return examples;
}

TEST(Readme, ExamplesOfTuningRun) {
  const test::Program program;
  WriteFile(
      program / "book.txt",
      "CHAPTER I.\n\n\"It is late,\" said Elizabeth.\n\n\"So it is,\" said Darcy. \"Good night, "
      "Elizabeth.\"\n\n\"Good night!\" cried Elizabeth to Darcy. She went at once.\n");
  WriteFile(program / "names.txt", "Darcy = Darsy\n");
  ASSERT_EQ(program.Run("annotate book.txt").exit_code, 0);
  const std::vector<std::string> examples = ExamplesOf({"audition", "cast", "names", "voices"});
  EXPECT_GE(examples.size(), 11U);
  for (const std::string& example : examples) {
    const auto run = program.Run(example);
    EXPECT_EQ(run.exit_code, 0) << example << '\n' << run.output;
  }
}

}  // namespace
}  // namespace fullcast
