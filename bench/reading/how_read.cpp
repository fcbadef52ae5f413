// How the tokens of a draw are read: what rules make of them.
//
//   how_read CASES.tsv
//
// Prints each case of draw_cases.py with the words that the engine is given for it.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <sstream>
#include <string>

#include "core/file.h"
#include "speech/prepare_text.h"

namespace fullcast {
namespace {

void Run(const std::string& path) {
  std::istringstream lines(ReadFile(path));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    std::string text = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    std::erase_if(text, [](char c) { return c == '{' || c == '}'; });
    fmt::print("{}\n    {}\n", line, PrepareText(text, {}, "en-GB").text);
  }
}

}  // namespace
}  // namespace fullcast

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: how_read CASES.tsv\n", stderr);
    return 2;
  }
  try {
    fullcast::Run(argv[1]);
  } catch (const std::exception& error) {
    fmt::print(stderr, "how_read: {}\n", error.what());
    return 1;
  }
  return 0;
}
