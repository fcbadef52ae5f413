// Every file of the corpus, found by fuzzing or written by hand, is read without a crash.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "core/file.h"
#include "fuzz/targets.h"
#include "support/paths.h"

namespace fullcast::fuzz {

// How GoogleTest names a case.
void PrintTo(const Target& target, std::ostream* out) { *out << target.name; }

namespace {

class Corpus : public testing::TestWithParam<Target> {};

TEST_P(Corpus, IsReadWithoutACrash) {
  const std::filesystem::path folder = test::SourceFolder() / "tests/fuzz/corpus" / GetParam().name;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back(entry.path());
  }
  ASSERT_FALSE(files.empty());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    SCOPED_TRACE(file.string());
    const std::string bytes = ReadFile(file);
    GetParam().run(bytes);
    GetParam().run(std::string_view(bytes).substr(0, bytes.size() / 2));
  }
}

INSTANTIATE_TEST_SUITE_P(All, Corpus, testing::ValuesIn(kTargets),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace fullcast::fuzz
