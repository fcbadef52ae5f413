#include <algorithm>
#include <array>
#include <iterator>

#include "book/headings/capitals.h"
#include "book/text/outline_steps.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kLeastText = 200;     // bytes below a heading, on average; less is a list
constexpr std::size_t kTitleGap = 2;        // blank lines above a title that stands alone
constexpr std::size_t kChapterText = 4000;  // bytes of a chapter, on average; less is a section

/// How numbers are written: each way is a sequence of its own.
enum class Script { kDigits, kRoman, kWords };

Script ScriptOf(const Heading& heading) {
  if (heading.in_words) return Script::kWords;
  return IsDigit(static_cast<unsigned char>(heading.numeral.front())) ? Script::kDigits
                                                                      : Script::kRoman;
}

// Bytes to be read in units [begin, end).
std::size_t TextBetween(const std::vector<Line>& lines, const std::vector<Unit>& units,
                        std::size_t begin, std::size_t end) {
  std::size_t size = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (units[i].skip.empty() && !units[i].heading) size += TextSize(lines, units[i]);
  }
  return size;
}

bool IsNumber(const Unit& unit) {
  return unit.heading && unit.heading->kind == HeadingKind::kNumber;
}

bool IsWorded(const Unit& unit, HeadingKind kind) {
  return unit.heading && unit.heading->kind == kind && unit.heading->number > 0;
}

std::size_t FirstRead(const std::vector<Unit>& units) {
  const auto first =
      std::find_if(units.begin(), units.end(), [](const Unit& unit) { return unit.skip.empty(); });
  return static_cast<std::size_t>(first - units.begin());
}

// Units whose numbers, written in one script, count up: each one more than the one before (one may
// be missing); again from 1 below a part, or where 2 follows.
std::vector<std::size_t> Sequence(const std::vector<Unit>& units, Script script) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (IsNumber(units[i]) && ScriptOf(*units[i].heading) == script) places.push_back(i);
  }
  std::vector<std::size_t> parts_before(units.size() + 1);
  for (std::size_t i = 0; i < units.size(); ++i) {
    parts_before[i + 1] = parts_before[i] + (IsWorded(units[i], HeadingKind::kPart) ? 1 : 0);
  }
  const std::size_t first_read = FirstRead(units);
  std::vector<std::size_t> sequence;
  int last = 0;
  for (std::size_t k = 0; k < places.size(); ++k) {
    const int number = units[places[k]].heading->number;
    const bool follows = last > 0 && (number == last + 1 || number == last + 2);
    const bool begins = last == 0 && (number == 1 || places[k] == first_read);
    const bool part_between = last > 0 && parts_before[places[k]] > parts_before[sequence.back()];
    const bool two_next = k + 1 < places.size() && units[places[k + 1]].heading->number == 2;
    const bool restarts = last > 0 && number == 1 && (part_between || two_next);
    if (!follows && !begins && !restarts) continue;
    sequence.push_back(places[k]);
    last = number;
  }
  const bool lone = sequence.size() == 1 && sequence.front() != first_read;
  return lone ? std::vector<std::size_t>() : sequence;
}

std::size_t AverageText(const std::vector<Line>& lines, const std::vector<Unit>& units,
                        const std::vector<std::size_t>& sequence) {
  if (sequence.empty()) return 0;
  if (sequence.size() == 1) return TextBetween(lines, units, sequence.front(), units.size());
  return TextBetween(lines, units, sequence.front(), sequence.back()) / (sequence.size() - 1);
}

// Whether a text counts its parts from the beginning on, below no more than its title, with numbers
// that stand alone: then they are its chapters, however short.
bool CountsFromTheBeginning(const std::vector<Line>& lines, const std::vector<Unit>& units,
                            const std::vector<std::size_t>& sequence) {
  constexpr std::size_t kLongestFront = 200;  // bytes of the title and the author above
  if (sequence.size() < 2 || units[sequence.front()].heading->number != 1) return false;
  return TextBetween(lines, units, 0, sequence.front()) <= kLongestFront &&
         std::all_of(sequence.begin(), sequence.end(), [&](std::size_t place) {
           const bool text_below = place + 1 < units.size() && !units[place + 1].heading;
           return units[place].heading->title.empty() && text_below;
         });
}

void SetRank(std::vector<Unit>& units, const std::vector<std::size_t>& places, Rank rank) {
  for (const std::size_t place : places) units[place].rank = rank;
}

// A book whose chapters have numbers and no word: "IV". Two scripts at once are two levels.
void RankByNumbers(const std::vector<Line>& lines, std::vector<Unit>& units) {
  std::vector<std::vector<std::size_t>> levels;
  for (const Script script : {Script::kRoman, Script::kDigits, Script::kWords}) {
    auto sequence = Sequence(units, script);
    if (AverageText(lines, units, sequence) >= kLeastText ||
        CountsFromTheBeginning(lines, units, sequence)) {
      levels.push_back(std::move(sequence));
    }
  }
  std::stable_sort(levels.begin(), levels.end(),
                   [](const auto& a, const auto& b) { return a.size() < b.size(); });
  if (levels.empty()) return;
  SetRank(units, levels.front(), Rank::kChapter);
  if (levels.size() == 1) return;
  const bool outer_are_parts = AverageText(lines, units, levels.back()) >= kChapterText;
  SetRank(units, levels.front(), outer_are_parts ? Rank::kPart : Rank::kChapter);
  SetRank(units, levels.back(), outer_are_parts ? Rank::kChapter : Rank::kSection);
}

// Numbers among chapters that have a word: the next chapter, when a title in capitals follows
// ("VII. THE BLUE STONE" after "ADVENTURE VI."), or sections that count from 1 in their chapter.
void RankNumbersAmongChapters(const std::vector<Line>& lines, std::vector<Unit>& units) {
  std::array<int, 3> section{};  // the last one of each script in this chapter
  int chapter = 0;
  std::array<std::size_t, 3> first_section{};
  for (std::size_t i = 0; i < units.size(); ++i) {
    Unit& unit = units[i];
    if (unit.rank == Rank::kChapter) {
      chapter = unit.heading->number > 0 ? unit.heading->number : chapter;
      section = {};
    }
    if (!IsNumber(unit)) continue;
    const Heading& heading = *unit.heading;
    std::size_t next = i + 1;
    while (next < units.size() && !units[next].heading) ++next;
    if (chapter > 0 && heading.number == chapter + 1 && IsSetAsTitle(heading.title) &&
        TextBetween(lines, units, i, next) >= kLeastText) {
      unit.rank = Rank::kChapter;
      chapter = heading.number;
      section = {};
      continue;
    }
    const auto script = static_cast<std::size_t>(ScriptOf(heading));
    if (!heading.title.empty() || heading.number != section[script] + 1) continue;
    section[script] = heading.number;
    if (heading.number == 1) first_section[script] = i;
    if (heading.number == 2) units[first_section[script]].rank = Rank::kSection;
    if (heading.number >= 2) unit.rank = Rank::kSection;
  }
}

// Whether a text stands below the heading at this place, and not another entry of a list.
bool TextFollows(const std::vector<Line>& lines, const std::vector<Unit>& units,
                 std::size_t place) {
  constexpr std::size_t kNear = 5;  // paragraphs
  std::size_t end = place + 1;
  while (end < units.size() && end <= place + kNear &&
         (end == place + 1 || lines[units[end].lines.first].blank_before < kTitleGap)) {
    ++end;
  }
  return TextBetween(lines, units, place + 1, end) >= kLeastText;
}

// A book without numbers: titles that stand alone between blank lines, in capitals, or with almost
// nothing else set apart as they are.
void RankLoneTitles(std::string_view text, const std::vector<Line>& lines,
                    std::vector<Unit>& units) {
  constexpr std::size_t kLongest = 80;
  constexpr std::size_t kShoutedText = 2000;  // bytes of a chapter, on average
  std::vector<std::size_t> places;
  std::size_t gaps = 0;
  bool shouted = true;
  for (std::size_t i = 1; i + 1 < units.size(); ++i) {
    const Unit& unit = units[i];
    const bool alone = unit.lines.last - unit.lines.first == 1 && unit.skip.empty() &&
                       lines[unit.lines.first].blank_before >= kTitleGap;
    if (unit.skip.empty() && lines[unit.lines.first].blank_before >= kTitleGap) ++gaps;
    if (!alone || TextSize(lines, unit) > kLongest) continue;
    const std::string title = HeadingText(text, lines, unit.lines);
    if (!IsSetAsTitle(title) || !TextFollows(lines, units, i)) continue;
    if (!IsShouted(title) && std::string_view(".,:;\"").find(title.back()) != std::string::npos)
      continue;
    shouted = shouted && IsShouted(title);
    places.push_back(i);
  }
  if (!shouted && places.size() * 4 < gaps * 3) {
    std::erase_if(places, [&](std::size_t place) {
      return !IsShouted(HeadingText(text, lines, units[place].lines));
    });
  }
  if (places.size() < 2 || AverageText(lines, units, places) < kShoutedText) return;
  for (const std::size_t place : places) {
    units[place].heading = HeadingOf(HeadingText(text, lines, units[place].lines));
    units[place].rank = Rank::kChapter;
  }
}

}  // namespace

void RankHeadings(std::string_view text, const std::vector<Line>& lines, std::vector<Unit>& units) {
  bool worded_chapters = false;
  for (Unit& unit : units) {
    if (IsWorded(unit, HeadingKind::kPart)) unit.rank = Rank::kPart;
    if (IsWorded(unit, HeadingKind::kChapter)) unit.rank = Rank::kChapter;
    worded_chapters = worded_chapters || unit.rank == Rank::kChapter;
    if (unit.heading && unit.heading->kind == HeadingKind::kNamed) unit.rank = Rank::kChapter;
  }
  if (worded_chapters) {
    RankNumbersAmongChapters(lines, units);
  } else {
    RankByNumbers(lines, units);
  }
  const bool none = std::none_of(units.begin(), units.end(),
                                 [](const Unit& unit) { return unit.rank != Rank::kText; });
  if (none) RankLoneTitles(text, lines, units);
}

}  // namespace fullcast
