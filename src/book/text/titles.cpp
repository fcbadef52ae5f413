#include <string_view>

#include "book/headings/capitals.h"
#include "book/text/outline_steps.h"

namespace fullcast {

namespace {

constexpr std::size_t kLongestTitle = 160;
constexpr std::size_t kMostLines = 3;

bool IsRanked(const Unit& unit) { return unit.rank == Rank::kPart || unit.rank == Rank::kChapter; }

// "TOM!": a paragraph that is all speech.
bool IsQuoted(std::string_view title) {
  return title.starts_with('"') || title.starts_with("\u201C") || title.starts_with("\u2018");
}

// The paragraph below a heading without a title, if it could be the title.
std::string TitleBelow(std::string_view text, const std::vector<Line>& lines,
                       const std::vector<Unit>& units, std::size_t place) {
  if (place + 1 >= units.size() || !units[place].heading->title.empty()) return {};
  const Unit& below = units[place + 1];
  const bool last = place + 2 >= units.size();
  if (last || IsRanked(below) || below.rank == Rank::kSection || !below.skip.empty() ||
      below.lines.last - below.lines.first > kMostLines || TextSize(lines, below) > kLongestTitle) {
    return {};
  }
  std::string title = HeadingText(text, lines, below.lines);
  // A part's title stands above its first chapter; above a text it is the text's beginning.
  if (units[place].rank == Rank::kPart && !IsRanked(units[place + 2])) return {};
  return IsTitleLike(title) && !IsQuoted(title) ? title : std::string();
}

}  // namespace

void JoinTitles(std::string_view text, const std::vector<Line>& lines, std::vector<Unit>& units) {
  constexpr std::size_t kFewForPlainTitles = 3;
  std::size_t untitled = 0;
  std::size_t titles = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].rank != Rank::kChapter || units[i].heading->kind == HeadingKind::kNamed ||
        !units[i].heading->title.empty()) {
      continue;
    }
    ++untitled;
    if (!TitleBelow(text, lines, units, i).empty()) ++titles;
  }
  const bool titled = titles * 5 >= untitled * 3;
  std::vector<Unit> joined;
  joined.reserve(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    joined.push_back(std::move(units[i]));
    Unit& unit = joined.back();
    if (!IsRanked(unit) || unit.heading->kind == HeadingKind::kNamed) continue;
    if (unit.rank == Rank::kChapter && !titled) continue;
    units[i] = unit;
    const std::string title = TitleBelow(text, lines, units, i);
    if (title.empty() || (titles < kFewForPlainTitles && !IsSetAsTitle(title))) continue;
    unit.heading->title = HeadingTitle(title);
    unit.lines.last = units[i + 1].lines.last;
    ++i;
  }
  units = std::move(joined);
}

}  // namespace fullcast
