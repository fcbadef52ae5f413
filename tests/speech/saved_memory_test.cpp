#include "speech/saved_memory.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace fullcast {
namespace {

int variable = 7;

bool Holds(const std::span<std::byte>& stretch, const void* address) {
  const auto* byte = static_cast<const std::byte*>(address);
  return byte >= stretch.data() && byte < stretch.data() + stretch.size();
}

TEST(VariablesOfProgram, HoldAllThatCanBeWrittenTo) {
  const auto variables = VariablesOfProgram();
  EXPECT_TRUE(std::any_of(variables.begin(), variables.end(),
                          [](const auto& stretch) { return Holds(stretch, &variable); }));
  for (const std::span<std::byte>& stretch : variables) {
    const volatile std::byte first = stretch.front();
    stretch.front() = first;  // must not end this process
    const volatile std::byte last = stretch.back();
    stretch.back() = last;
  }
}

TEST(SavedMemory, IsPutBackWithZerosBehindIt) {
  std::vector<std::byte> memory(100'000);
  const auto fill = [&memory](unsigned seed) {
    for (std::size_t i = 0; i < memory.size(); ++i) {
      memory[i] = static_cast<std::byte>((i * 31 + seed) % 251);
    }
  };
  fill(1);
  const std::vector<std::byte> before = memory;
  SavedMemory saved(memory.data(), memory.size());
  saved.Save(70'000);
  fill(2);
  saved.PutBack(90'000);
  EXPECT_TRUE(std::equal(before.begin(), before.begin() + 70'000, memory.begin()));
  EXPECT_TRUE(std::all_of(memory.begin() + 70'000, memory.begin() + 90'000,
                          [](std::byte byte) { return byte == std::byte{0}; }));
  EXPECT_NE(memory[95'000], std::byte{0});

  fill(3);
  saved.Save(70'000);  // anew
  const std::vector<std::byte> later = memory;
  fill(4);
  saved.PutBack(0);
  EXPECT_TRUE(std::equal(later.begin(), later.begin() + 70'000, memory.begin()));
}

}  // namespace
}  // namespace fullcast
