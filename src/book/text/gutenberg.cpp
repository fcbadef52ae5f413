#include <algorithm>

#include "book/frame/gutenberg_lines.h"
#include "book/text/outline_steps.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kBackUnits = 20;  // where notices are

std::string FirstLine(std::string_view text, const std::vector<Line>& lines, const Unit& unit) {
  constexpr std::size_t kEnough = 120;
  const Span line = lines[unit.lines.first].text;
  return Lowercase(text.substr(line.begin, std::min(line.end - line.begin, kEnough)));
}

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

void Skip(Unit& unit, const char* reason) {
  unit.skip = reason;
  unit.heading.reset();
}

// The end of the header: behind "*** START OF ...", or behind the small print where that comes
// first or alone. 0: there is none.
std::size_t HeaderEnd(std::string_view text, const std::vector<Line>& lines,
                      const std::vector<Unit>& units) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    for (std::size_t k = units[i].lines.first; k < units[i].lines.last; ++k) {
      const std::string line = FirstLine(text, lines, {{k, k + 1}, Rank::kText, {}, {}, false, {}});
      if (IsGutenbergStart(line) || IsSmallPrintEnd(line)) return i + 1;
      if (IsGutenbergEnd(line)) return 0;
    }
  }
  return 0;
}

}  // namespace

void SkipGutenbergFrame(std::string_view text, const std::vector<Line>& lines,
                        std::vector<Unit>& units) {
  const std::size_t begin = HeaderEnd(text, lines, units);
  for (std::size_t i = 0; i < begin; ++i) Skip(units[i], "Project Gutenberg header");
  std::size_t end = begin;
  for (; end < units.size(); ++end) {
    const std::string line = FirstLine(text, lines, units[end]);
    if (end > 0 && IsGutenbergEnd(line)) break;
    // a second header: an old text with the small print and the line below it
    if (end < begin + kCreditParagraphs && (IsGutenbergStart(line) || IsSmallPrintEnd(line))) {
      for (std::size_t i = begin; i <= end; ++i) Skip(units[i], "Project Gutenberg header");
    }
  }
  for (std::size_t i = end; i < units.size(); ++i) Skip(units[i], "Project Gutenberg licence");
  for (std::size_t i = begin; i < std::min(end, begin + kCreditParagraphs); ++i) {
    const std::string line = FirstLine(text, lines, units[i]);
    if (units[i].heading) break;
    if (IsGutenbergBanner(line)) Skip(units[i], "Project Gutenberg header");
    if (IsTranscribersCredit(line)) Skip(units[i], "transcriber's credit");
    if (IsBookData(line)) Skip(units[i], "book data");
  }
  for (std::size_t i = end > begin + kBackUnits ? end - kBackUnits : begin; i < end; ++i) {
    const std::string line = FirstLine(text, lines, units[i]);
    if (Contains(line, "project gutenberg")) Skip(units[i], "Project Gutenberg licence");
  }
}

}  // namespace fullcast
