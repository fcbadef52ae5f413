#include <algorithm>
#include <array>

#include "book/text/outline_steps.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kFrontUnits = 40;  // where credits and book data are looked for
constexpr std::size_t kBackUnits = 20;   // ... and where notices are
constexpr std::array<std::string_view, 19> kData = {"title:",
                                                    "author:",
                                                    "translator:",
                                                    "illustrator:",
                                                    "editor:",
                                                    "language:",
                                                    "release date:",
                                                    "posting date:",
                                                    "first posted:",
                                                    "last updated:",
                                                    "most recently updated:",
                                                    "character set encoding:",
                                                    "edition:",
                                                    "ebook no.:",
                                                    "date first posted:",
                                                    "date most recently updated:",
                                                    "credits:",
                                                    "original publication:",
                                                    "release number:"};
constexpr std::array<std::string_view, 24> kCredits = {"produced by ",
                                                       "e-text prepared by",
                                                       "etext prepared by",
                                                       "e-text produced by",
                                                       "etext produced by",
                                                       "this etext was prepared by",
                                                       "this etext was produced by",
                                                       "this e-text was prepared by",
                                                       "this ebook was prepared by",
                                                       "this ebook was produced by",
                                                       "this ebook was transcribed by",
                                                       "this file was produced from images",
                                                       "(this file was produced from images",
                                                       "transcribed from the ",
                                                       "transcribed by ",
                                                       "scanned by ",
                                                       "scanned and proof",
                                                       "proofread by ",
                                                       "html version by ",
                                                       "images of the original pages are available",
                                                       "note: images of the original pages",
                                                       "note: project gutenberg also has",
                                                       "dieser text wurde ",
                                                       "ce texte a été "};
constexpr std::array<std::string_view, 10> kEnds = {
    "end of", "[end of", "ende d",    "ende von", "fin d",
    "fine d", "fim d",   "einde van", "loppu",    "this is the end of"};

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
  return line.starts_with("***") && Contains(line, "start of") && !Contains(line, "full license");
}

// The end of the legal notice above texts of the nineties:
// "*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*".
bool IsSmallPrintEnd(std::string_view line) {
  return line.starts_with("*end*") || (line.starts_with("*end ") && Contains(line, "small print"));
}

bool IsEnd(std::string_view line) {
  if (!Contains(line, "gutenberg")) return false;
  if (line.starts_with("***")) return Contains(line, "end of");
  return StartsWithOne(line, kEnds);
}

bool IsBanner(std::string_view line) {
  const std::string_view words = line.substr(std::min(line.find_first_not_of("*[ "), line.size()));
  return words.starts_with("the project gutenberg") || words.starts_with("project gutenberg") ||
         words.starts_with("a project gutenberg") || words.starts_with("this ebook is for the use");
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
      if (IsStart(line) || IsSmallPrintEnd(line)) return i + 1;
      if (IsEnd(line)) return 0;
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
    if (end > 0 && IsEnd(line)) break;
    // a second header: an old text with the small print and the line below it
    if (end < begin + kFrontUnits && (IsStart(line) || IsSmallPrintEnd(line))) {
      for (std::size_t i = begin; i <= end; ++i) Skip(units[i], "Project Gutenberg header");
    }
  }
  for (std::size_t i = end; i < units.size(); ++i) Skip(units[i], "Project Gutenberg licence");
  for (std::size_t i = begin; i < std::min(end, begin + kFrontUnits); ++i) {
    const std::string line = FirstLine(text, lines, units[i]);
    if (units[i].heading) break;
    if (IsBanner(line)) Skip(units[i], "Project Gutenberg header");
    if (StartsWithOne(line, kCredits)) Skip(units[i], "transcriber's credit");
    if (StartsWithOne(line, kData)) Skip(units[i], "book data");
  }
  for (std::size_t i = end > begin + kBackUnits ? end - kBackUnits : begin; i < end; ++i) {
    const std::string line = FirstLine(text, lines, units[i]);
    if (Contains(line, "project gutenberg")) Skip(units[i], "Project Gutenberg licence");
  }
}

}  // namespace fullcast
