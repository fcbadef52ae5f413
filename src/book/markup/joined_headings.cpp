#include "book/markup/joined_headings.h"

#include <string_view>
#include <utility>

namespace fullcast {

namespace {

bool Joins(const FinishedParagraph& first, const FinishedParagraph& second) {
  if (first.paragraph.skip != second.paragraph.skip) return false;
  if (first.group != 0) return first.group == second.group;
  const Heading heading = HeadingOf(HeadingLines(first.paragraph.Lines()));
  const Heading below = HeadingOf(HeadingLines(second.paragraph.Lines()));
  return heading.number > 0 && heading.title.empty() && below.number == 0 &&
         below.kind == HeadingKind::kUntitled && second.level >= first.level;
}

}  // namespace

std::vector<FinishedParagraph> JoinHeadings(std::vector<FinishedParagraph> headings) {
  std::vector<FinishedParagraph> joined;
  for (FinishedParagraph& heading : headings) {
    if (!joined.empty() && Joins(joined.back(), heading)) {
      FinishedParagraph& first = joined.back();
      first.paragraph.Append(heading.paragraph, first.end);
      first.end = heading.end;
    } else {
      joined.push_back(std::move(heading));
    }
  }
  return joined;
}

std::string HeadingLines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    if (!text.empty()) {
      const bool numbered = HeadingOf(text).number > 0 && HeadingOf(text).title.empty();
      const bool stopped = std::string_view(".:-,").find(text.back()) != std::string_view::npos;
      text += numbered && !stopped ? ". " : " ";
    }
    text += line;
  }
  return text;
}

}  // namespace fullcast
