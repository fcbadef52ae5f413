#include <algorithm>
#include <array>

#include "book/outline_steps.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kFrontUnits = 40;  // where credits and book data are looked for
constexpr std::array<std::string_view, 8> kData = {
    "title:",    "author:",       "translator:", "illustrator:",
    "language:", "release date:", "editor:",     "posting date:"};
constexpr std::array<std::string_view, 4> kCredits = {
    "produced by ", "e-text prepared by", "this etext was prepared by", "transcribed from the "};

std::string FirstLine(std::string_view text, const std::vector<Line>& lines, const Unit& unit) {
  constexpr std::size_t kEnough = 120;
  const Span line = lines[unit.lines.first].text;
  return Lowercase(text.substr(line.begin, std::min(line.end - line.begin, kEnough)));
}

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

template <std::size_t n>
bool StartsWithOne(std::string_view line, const std::array<std::string_view, n>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return line.starts_with(beginning); });
}

bool IsStart(std::string_view line) {
  return line.starts_with("***") && Contains(line, "start of");
}

bool IsEnd(std::string_view line) {
  return (line.starts_with("***") && Contains(line, "end of") && Contains(line, "gutenberg")) ||
         ((line.starts_with("end of") || line.starts_with("[end of")) &&
          Contains(line, "project gutenberg"));
}

bool IsBanner(std::string_view line) {
  return (line.starts_with("the project gutenberg") || line.starts_with("project gutenberg")) &&
         (Contains(line, " of ") || Contains(line, "project gutenberg's") ||
          Contains(line, "project gutenberg\u2019s"));
}

}  // namespace

void SkipGutenbergFrame(std::string_view text, const std::vector<Line>& lines,
                        std::vector<Unit>& units) {
  const auto skip = [](Unit& unit, const char* reason) {
    unit.skip = reason;
    unit.heading.reset();
  };
  std::size_t begin = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::string line = FirstLine(text, lines, units[i]);
    if (begin == 0 && IsStart(line)) {
      begin = i + 1;
      for (std::size_t j = 0; j < begin; ++j) skip(units[j], "Project Gutenberg header");
    } else if (IsEnd(line)) {
      for (; i < units.size(); ++i) skip(units[i], "Project Gutenberg licence");
    }
  }
  for (std::size_t i = begin; i < std::min(units.size(), begin + kFrontUnits); ++i) {
    const std::string line = FirstLine(text, lines, units[i]);
    if (units[i].heading) break;
    if (IsBanner(line)) skip(units[i], "Project Gutenberg header");
    if (StartsWithOne(line, kCredits)) skip(units[i], "transcriber's credit");
    if (StartsWithOne(line, kData)) skip(units[i], "book data");
  }
}

}  // namespace fullcast
