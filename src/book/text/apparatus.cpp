// What an edition adds to a text: descriptions of its pictures, the transcriber's notes, an index.
#include <algorithm>
#include <array>

#include "book/frame/gutenberg_lines.h"
#include "book/frame/skipped_titles.h"
#include "book/headings/illustration.h"
#include "book/text/outline_steps.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kGap = 3;  // blank lines that set a notice apart

std::string_view UnitText(std::string_view text, const std::vector<Line>& lines, const Unit& unit) {
  const std::size_t begin = lines[unit.lines.first].text.begin;
  return text.substr(begin, lines[unit.lines.last - 1].text.end - begin);
}

void Skip(Unit& unit, const char* reason) {
  unit.skip = reason;
  unit.heading.reset();
  unit.scene_break = false;
}

// The last unit of what begins with a bracket in this one: where the bracket closes, near by.
std::size_t BracketEnd(std::string_view text, const std::vector<Line>& lines,
                       const std::vector<Unit>& units, std::size_t first) {
  constexpr std::size_t kMost = 30;
  int depth = 0;
  for (std::size_t i = first; i < std::min(units.size(), first + kMost); ++i) {
    for (const char c : UnitText(text, lines, units[i])) depth += c == '[' ? 1 : c == ']' ? -1 : 0;
    if (depth <= 0) return i;
  }
  return first;
}

bool IsIndexTitle(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  if (text.size() > kLongest) return false;
  std::string lower = Lowercase(text);
  std::erase_if(lower, [](char c) { return c == '.' || c == '_' || c == '*' || c == '='; });
  const std::string_view name = Trim(lower);
  return name == "index" || name == "general index" || name == "register" ||
         name == "namenregister" || name == "indice" || name.starts_with("index of ");
}

// Whether most lines of these units name pages: "Baker, Mary, 12, 40-43".
bool NamesPages(std::string_view text, const std::vector<Line>& lines,
                const std::vector<Unit>& units, std::size_t begin, std::size_t end) {
  std::size_t all = 0;
  std::size_t with_pages = 0;
  for (std::size_t i = begin; i < end; ++i) {
    for (std::size_t k = units[i].lines.first; k < units[i].lines.last; ++k) {
      const std::string_view line =
          text.substr(lines[k].text.begin, lines[k].text.end - lines[k].text.begin);
      const std::size_t digit = line.find_last_of("0123456789");
      ++all;
      if (digit != std::string_view::npos && digit + 3 >= line.size()) ++with_pages;
    }
  }
  return all > 3 && with_pages * 2 > all;
}

}  // namespace

void SkipIllustrations(std::string_view text, const std::vector<Line>& lines,
                       std::vector<Unit>& units) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::string_view words = UnitText(text, lines, units[i]);
    if (!units[i].skip.empty() || !BeginsIllustration(words)) continue;
    const std::size_t last = BracketEnd(text, lines, units, i);
    if (!UnitText(text, lines, units[last]).ends_with(']')) continue;
    for (; i < last; ++i) Skip(units[i], kIllustrationReason);
    Skip(units[i], kIllustrationReason);
  }
}

void SkipTranscribersNotes(std::string_view text, const std::vector<Line>& lines,
                           std::vector<Unit>& units) {
  constexpr std::size_t kMostUnits = 40;
  constexpr const char* kReason = "transcriber's note";
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::string_view words = UnitText(text, lines, units[i]);
    if (!units[i].skip.empty() || !BeginsTranscribersNote(words)) continue;
    std::size_t end = i + 1;
    const bool in_brackets = words.starts_with('[');
    if (in_brackets) end = BracketEnd(text, lines, units, i) + 1;
    // Else up to a gap; at the end of the text there is nothing behind it.
    const std::size_t most = std::min(units.size(), i + kMostUnits);
    while (!in_brackets && end < most && units[end].skip.empty() &&
           lines[units[end].lines.first].blank_before < kGap) {
      ++end;
    }
    for (; i < end; ++i) Skip(units[i], kReason);
    --i;
  }
}

void SkipAboutTheBook(std::string_view text, const std::vector<Line>& lines,
                      std::vector<Unit>& units) {
  constexpr std::size_t kLongest = 8'000;  // bytes
  constexpr std::size_t kLongestTitle = 80;
  const std::size_t end = lines.empty() ? 0 : lines.back().text.end;
  std::string reason;
  for (std::size_t i = units.size() / 2; i < units.size(); ++i) {
    Unit& unit = units[i];
    const bool alone = unit.lines.last - unit.lines.first == 1;
    const std::string line =
        alone && TextSize(lines, unit) <= kLongestTitle ? HeadingText(text, lines, unit.lines) : "";
    if (IsSetAsTitle(line)) {
      const std::string why = SkipReasonOfTitle(line);
      const bool about = why == "about the author" || why == "advertisement";
      if (about && end - lines[unit.lines.first].text.begin <= kLongest) reason = why;
    }
    if (unit.heading && unit.heading->kind != HeadingKind::kUntitled) reason.clear();
    if (!reason.empty() && unit.skip.empty()) Skip(unit, reason.c_str());
  }
}

void SkipIndex(std::string_view text, const std::vector<Line>& lines, std::vector<Unit>& units) {
  for (std::size_t i = units.size() / 2; i + 1 < units.size(); ++i) {
    if (!units[i].skip.empty() || !IsIndexTitle(UnitText(text, lines, units[i]))) continue;
    std::size_t end = i + 1;
    while (end < units.size() && units[end].skip.empty() &&
           !(units[end].heading && units[end].heading->kind != HeadingKind::kNumber)) {
      ++end;
    }
    if (!NamesPages(text, lines, units, i + 1, end)) continue;
    for (; i < end; ++i) Skip(units[i], "index");
    --i;
  }
}

}  // namespace fullcast
