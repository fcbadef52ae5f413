#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "book/frame/skipped_titles.h"
#include "book/headings/title_letters.h"
#include "book/text/outline_steps.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr const char* kReason = "table of contents";
constexpr std::size_t kFewest = 3;  // entries of a table without the title "Contents"

bool IsContentsTitle(std::string_view line) {
  constexpr std::size_t kLongest = 30;
  if (line.size() > kLongest) return false;
  std::string lower = Lowercase(line);
  std::erase_if(lower, [](char c) { return c == '.' || c == ':' || c == '_' || c == '*'; });
  const std::string_view name = Trim(lower);
  const std::string reason = SkipReasonOfTitle(name);
  return name == "list of chapters" || reason == "contents" || reason == "list of illustrations";
}

bool IsHeading(const Unit& unit) {
  return unit.heading && (unit.heading->number > 0 || unit.heading->kind == HeadingKind::kNamed);
}

// Running text, in contrast to an entry of a list.
bool IsProse(std::string_view text, const std::vector<Line>& lines, const Unit& unit,
             std::size_t wrap_column) {
  constexpr std::size_t kLongestEntry = 200;
  if (!unit.skip.empty() || IsHeading(unit)) return false;
  if (TextSize(lines, unit) > kLongestEntry && unit.lines.last - unit.lines.first == 1) return true;
  std::size_t full = 0;
  for (std::size_t i = unit.lines.first; i + 1 < unit.lines.last; ++i) {
    if (!BreaksEarly(text, lines[i], lines[i + 1], wrap_column)) ++full;
  }
  return full >= 2;
}

// A block of lines of which most read like numbered headings: the numbers.
std::vector<int> ListedNumbers(std::string_view text, const std::vector<Line>& lines,
                               const Unit& unit) {
  std::vector<int> numbers;
  if (unit.lines.last - unit.lines.first < kFewest) return numbers;
  for (std::size_t i = unit.lines.first; i < unit.lines.last; ++i) {
    const Span line = lines[i].text;
    const auto heading = ParseHeading(text.substr(line.begin, line.end - line.begin));
    if (heading && heading->number > 0) numbers.push_back(heading->number);
  }
  const std::size_t count = unit.lines.last - unit.lines.first;
  if (numbers.size() < kFewest || numbers.size() * 5 < count * 3) numbers.clear();
  return numbers;
}

void Skip(Unit& unit) {
  unit.skip = kReason;
  unit.heading.reset();
}

using Key = std::pair<std::string, int>;

Key KeyOf(const Unit& unit) { return {Lowercase(unit.heading->word), unit.heading->number}; }

// The lines of a table, as letters with the numbers of their pages.
class Listed {
 public:
  void Add(std::string_view text, const std::vector<Line>& lines, const Unit& unit) {
    for (std::size_t i = unit.lines.first; i < unit.lines.last; ++i) {
      const Span line = lines[i].text;
      letters_.insert(TitleLetters(text.substr(line.begin, line.end - line.begin)));
    }
  }

  [[nodiscard]] bool Has(const std::string& letters) const {
    const auto found = letters_.lower_bound(letters);
    return found != letters_.end() && found->starts_with(letters);
  }

 private:
  std::set<std::string> letters_;
};

// Behind the line "Contents": everything up to running text, to a heading right before running
// text or listed before, or to a wide gap.
void SkipTitledContents(std::string_view text, const std::vector<Line>& lines,
                        std::size_t wrap_column, std::vector<Unit>& units) {
  constexpr std::size_t kGap = 3;    // blank lines
  constexpr std::size_t kFront = 5;  // it stands in the first fifth of the text
  std::set<Key> listed;
  Listed listed_lines;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const Span title = lines[units[i].lines.first].text;
    if (title.begin > text.size() / kFront) break;
    if (!IsContentsTitle(text.substr(title.begin, title.end - title.begin))) continue;
    std::size_t entry = i;
    for (; entry < units.size(); ++entry) {
      const auto prose = [&](std::size_t k) {
        return k < units.size() && IsProse(text, lines, units[k], wrap_column);
      };
      const bool gap = entry > i + 1 && lines[units[entry].lines.first].blank_before >= kGap;
      const bool named =
          units[entry].heading && units[entry].heading->kind == HeadingKind::kNamed &&
          listed_lines.Has(TitleLetters(HeadingText(text, lines, units[entry].lines)));
      const bool again =
          named || (IsHeading(units[entry]) && !listed.insert(KeyOf(units[entry])).second);
      const bool ends =
          prose(entry) || gap || again || (IsHeading(units[entry]) && prose(entry + 1));
      if (entry > i && ends) break;
      if (entry > i) listed_lines.Add(text, lines, units[entry]);
      Skip(units[entry]);
    }
    i = entry - 1;
  }
}

// Above the first chapter: blocks of numbered lines of which most are headings further down.
void SkipLists(std::string_view text, const std::vector<Line>& lines, std::size_t wrap_column,
               std::vector<Unit>& units) {
  std::map<int, std::size_t> last_place;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (IsHeading(units[i])) last_place[units[i].heading->number] = i;
  }
  for (std::size_t i = 0; i + 1 < units.size(); ++i) {
    if (IsHeading(units[i]) && IsProse(text, lines, units[i + 1], wrap_column)) break;
    const std::vector<int> listed = ListedNumbers(text, lines, units[i]);
    const auto again = std::count_if(listed.begin(), listed.end(), [&](int number) {
      const auto found = last_place.find(number);
      return found != last_place.end() && found->second > i;
    });
    if (!listed.empty() && static_cast<std::size_t>(again) * 2 >= listed.size()) Skip(units[i]);
  }
}

// Headings with no text between.
struct Run {
  std::size_t end = 0;  // the unit behind it
  std::size_t last_heading = 0;
  std::size_t headings = 0;
  std::map<std::string, std::size_t> words;  // how many there are of each kind
};

Run RunAt(std::string_view text, const std::vector<Line>& lines, std::size_t wrap_column,
          const std::vector<Unit>& units, std::size_t begin) {
  Run run{begin, begin, 0, {}};
  for (; run.end < units.size(); ++run.end) {
    const Unit& unit = units[run.end];
    if (IsHeading(unit)) {
      run.last_heading = run.end;
      ++run.headings;
      ++run.words[KeyOf(unit).first];
    } else if (IsProse(text, lines, unit, wrap_column) || run.end > run.last_heading + 1) {
      break;  // two short paragraphs are a text, too
    }
  }
  return run;
}

// In runs of headings, those of which there are several of a kind (so not "VOLUME I", "BOOK I",
// "CHAPTER I") and which come again.
void SkipRuns(std::string_view text, const std::vector<Line>& lines, std::size_t wrap_column,
              std::vector<Unit>& units) {
  std::map<Key, std::size_t> last_place;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (IsHeading(units[i])) last_place[KeyOf(units[i])] = i;
  }
  for (std::size_t begin = 0; begin < units.size();) {
    Run run = RunAt(text, lines, wrap_column, units, begin);
    for (std::size_t i = begin; run.headings >= kFewest && i < run.last_heading; ++i) {
      if (!IsHeading(units[i])) continue;
      const Key key = KeyOf(units[i]);
      if (run.words[key.first] < 2 || last_place[key] <= i) continue;
      Skip(units[i]);
      if (i + 1 < run.last_heading && !IsHeading(units[i + 1])) Skip(units[i + 1]);
    }
    begin = std::max(run.end, begin + 1);
  }
}

}  // namespace

void SkipContents(std::string_view text, const std::vector<Line>& lines, std::vector<Unit>& units) {
  const std::size_t wrap_column = WrapColumn(lines);
  SkipTitledContents(text, lines, wrap_column, units);
  SkipLists(text, lines, wrap_column, units);
  SkipRuns(text, lines, wrap_column, units);
}

}  // namespace fullcast
