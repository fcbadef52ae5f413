#include "produce/reporting/report_charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "cast/conversation.h"
#include "core/html.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostRows = 14;

// Bytes that each speaker has in a chapter.
std::map<std::string, std::size_t> LettersBySpeaker(const ScriptChapter& chapter) {
  std::map<std::string, std::size_t> letters;
  for (const Segment& segment : chapter.segments) {
    if (segment.skip.empty()) letters[segment.speaker] += segment.text.size();
  }
  return letters;
}

// The narrator's share of a chapter, 0 to 1.
double NarratedShare(const ScriptChapter& chapter) {
  double all = 0;
  double narrated = 0;
  for (const auto& [speaker, letters] : LettersBySpeaker(chapter)) {
    all += static_cast<double>(letters);
    if (speaker == kNarrator) narrated += static_cast<double>(letters);
  }
  return all > 0 ? narrated / all : 0;
}

const char* ClassOf(const Part& part) {
  if (part.character == nullptr || part.character->gender == Gender::kUnknown) return "other";
  return part.character->gender == Gender::kFemale ? "woman" : "man";
}

std::string NameOfRow(const Part& part) {
  constexpr std::size_t kMostLetters = 24;
  return part.character != nullptr ? Shorten(part.character->name, kMostLetters) : "Unknown";
}

// Everybody but the narrator, the biggest part first.
std::vector<Part> RowsOf(const Script& script) {
  std::vector<Part> rows;
  for (const Part& part : ConversationOf(script).parts) {
    if (part.speaker != kNarrator && rows.size() < kMostRows) rows.push_back(part);
  }
  return rows;
}

}  // namespace

const char* const kChartStyle = R"(
table.bars { width: 100%; border-collapse: collapse; }
.bars th { font-weight: normal; text-align: left; padding: .15em .8em .15em 0; max-width: 18em; }
.bars td:nth-child(2) { width: 60%; } .bars td:last-child, .bars th:last-child { text-align: right;
  white-space: nowrap; padding: 0 0 0 .8em; }
.bars .bar { display: flex; height: 1.1em; } .bars .told { background: var(--told); }
.bars .said { background: var(--said); }
@media (max-width: 40em) { .bars thead { position: absolute; clip-path: inset(50%); }
  .bars tr { display: grid; grid-template-columns: 1fr auto; padding-top: .4em; }
  .bars th { padding: 0; max-width: none; }
  .bars td:nth-child(2) { grid-area: 2 / 1 / 3 / 3; width: auto; } }
.presence { overflow-x: auto; } .presence svg { display: block; max-width: 100%; min-width: 55em; }
.presence:focus-visible { outline: 3px solid var(--man); }
.presence text { font: 13px system-ui, sans-serif; fill: currentColor; }
.presence line { stroke: var(--edge); }
.presence .woman { fill: var(--woman); } .presence .man { fill: var(--man); }
.presence .other { fill: var(--other); }
)";

std::string FormatChapterBars(const Script& script, const BookEstimate& estimate) {
  double longest = 1;
  for (const ChapterEstimate& chapter : estimate.chapters) {
    longest = std::max(longest, chapter.seconds);
  }
  std::string rows;
  for (std::size_t i = 0; i < script.chapters.size(); ++i) {
    const double seconds = estimate.chapters[i].seconds;
    if (seconds <= 0) continue;
    const double width = 100 * seconds / longest;
    const double told = NarratedShare(script.chapters[i]);
    rows += fmt::format(
        "<tr><th scope=\"row\">{}</th><td><div class=\"bar\" role=\"img\" aria-label=\"{:.0f} % "
        "speech\"><div class=\"told\" style=\"width:{:.2f}%\"></div><div class=\"said\" "
        "style=\"width:{:.2f}%\"></div></div></td><td>{:.1f} min</td></tr>\n",
        EscapeHtml(script.chapters[i].title), 100 * (1 - told), width * told, width * (1 - told),
        seconds / 60);
  }
  return "<table class=\"bars\">\n<thead><tr><th scope=\"col\">Chapter</th><th scope=\"col\">"
         "Narration and speech</th><th scope=\"col\">Length</th></tr></thead>\n<tbody>\n" +
         rows + "</tbody>\n</table>\n";
}

std::string FormatPresence(const Script& script) {
  constexpr double kLeft = 190;
  constexpr double kTop = 30;
  constexpr double kRow = 30;
  constexpr double kWidth = 960;
  constexpr double kMostColumn = 110;
  const std::vector<Part> rows = RowsOf(script);
  if (rows.empty()) return {};
  std::vector<std::map<std::string, std::size_t>> columns;
  double most = 1;
  for (const ScriptChapter& chapter : script.chapters) {
    columns.push_back(LettersBySpeaker(chapter));
    for (const Part& row : rows) {
      most = std::max(most, static_cast<double>(columns.back()[row.speaker]));
    }
  }
  const double column =
      std::min(kMostColumn, (kWidth - kLeft) / static_cast<double>(columns.size()));
  const double radius = std::min(column, kRow) / 2;
  const double right = kLeft + column * static_cast<double>(columns.size());
  const double height = kTop + kRow * static_cast<double>(rows.size());
  std::string svg;
  // No more numbers than there is room for.
  const auto step = static_cast<std::size_t>(std::ceil(24 / column));
  for (std::size_t c = 0; c < columns.size(); c += step) {
    svg += fmt::format("<text x=\"{:.1f}\" y=\"18\" text-anchor=\"middle\">{}</text>\n",
                       kLeft + column * (static_cast<double>(c) + 0.5), c + 1);
  }
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const double y = kTop + kRow * (static_cast<double>(r) + 0.5);
    svg += fmt::format(
        "<line x1=\"{0:.1f}\" x2=\"{1:.1f}\" y1=\"{2:.1f}\" y2=\"{2:.1f}\"/>\n<text x=\"{3:.1f}\" "
        "y=\"{4:.1f}\" text-anchor=\"end\">{5}</text>\n",
        kLeft, right, y, kLeft - 10, y + 4, EscapeHtml(NameOfRow(rows[r])));
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const auto letters = static_cast<double>(columns[c][rows[r].speaker]);
      if (letters == 0) continue;
      svg += fmt::format(
          "<circle class=\"{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\"><title>{}, chapter "
          "{}</title></circle>\n",
          ClassOf(rows[r]), kLeft + column * (static_cast<double>(c) + 0.5), y,
          std::max(1.5, radius * std::sqrt(letters / most)), EscapeHtml(NameOfRow(rows[r])), c + 1);
    }
  }
  return fmt::format(
      "<div class=\"presence\" role=\"group\" aria-label=\"Who is heard where\" "
      "tabindex=\"0\"><svg viewBox=\"0 0 {0:.0f} {1:.0f}\" width=\"{0:.0f}\" role=\"img\" "
      "aria-label=\"Who speaks how much in which chapter\">\n{2}</svg></div>\n",
      right + 10, height, svg);
}

}  // namespace fullcast
