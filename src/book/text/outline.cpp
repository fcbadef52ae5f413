#include "book/text/outline.h"

#include <algorithm>
#include <array>

#include "book/headings/scene_break.h"
#include "book/text/outline_steps.h"
#include "book/text/text_notes.h"
#include "core/interrupt.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

std::string_view LineText(std::string_view text, const Line& line) {
  return text.substr(line.text.begin, line.text.end - line.text.begin);
}

bool AllLines(std::string_view text, const std::vector<Line>& lines, const Paragraph& paragraph,
              bool (*is)(std::string_view)) {
  for (std::size_t i = paragraph.first; i < paragraph.last; ++i) {
    if (!is(LineText(text, lines[i]))) return false;
  }
  return true;
}

bool BeginsWithMonth(std::string_view title) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  const std::string word = Lowercase(title.substr(0, title.find_first_of(" .,")));
  return std::find(kMonths.begin(), kMonths.end(), word) != kMonths.end();
}

// "1 The Ferry": a number and a title with nothing between them, which is a heading only among
// others that count on. "3 May" is a date.
std::optional<Heading> ParseBareNumber(std::string_view line) {
  constexpr std::size_t kLongest = 80;
  constexpr std::size_t kMostDigits = 3;
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits == 0 || digits > kMostDigits || line.size() > kLongest || line[0] == '0' ||
      !line.substr(digits).starts_with(' ')) {
    return std::nullopt;
  }
  const std::string_view title = Trim(line.substr(digits));
  const bool more_figures = title.find_first_of("0123456789") != std::string_view::npos;
  if (more_figures || !IsSetAsTitle(title) || title.ends_with('.') || BeginsWithMonth(title)) {
    return std::nullopt;
  }
  Heading heading;
  heading.kind = HeadingKind::kNumber;
  heading.numeral = line.substr(0, digits);
  heading.number = std::stoi(heading.numeral);
  heading.title = title;
  return heading;
}

// The heading that a paragraph begins with; `head` becomes its lines, without a title below it.
std::optional<Heading> BeginningHeading(std::string_view text, const std::vector<Line>& lines,
                                        const Paragraph& paragraph, Paragraph& head) {
  head = {paragraph.first, paragraph.first + 1};
  auto heading = ParseHeading(HeadingText(text, lines, head));
  if (!heading && paragraph.last - paragraph.first == 1) {
    heading = ParseBareNumber(HeadingText(text, lines, head));
  }
  const bool word_only = heading && heading->number == 0 && heading->kind != HeadingKind::kNamed;
  if (word_only && head.last < paragraph.last) {
    const Paragraph two{head.first, head.last + 1};
    auto numbered = ParseHeading(HeadingText(text, lines, two));
    if (numbered && numbered->number > 0) {
      head = two;
      return numbered;
    }
  }
  return heading;
}

// A heading of the lines `head`, with the title below it, then the rest of the paragraph.
void AddHeading(std::string_view text, const std::vector<Line>& lines, Paragraph head,
                std::size_t paragraph_end, Heading heading, std::vector<Unit>& units) {
  if (head.last < paragraph_end) {
    const std::string rest = HeadingText(text, lines, {head.last, paragraph_end});
    const std::string title = heading.title.empty() ? rest : heading.title + ' ' + rest;
    constexpr std::size_t kLongestWrappedTitle = 300;
    std::size_t position = 0;
    const bool wrapped = !heading.title.empty() && title.size() < kLongestWrappedTitle &&
                         IsLower(NextCodePoint(rest, position));
    if (wrapped || (heading.title.empty() ? IsTitleLike(rest) : IsSetAsTitle(title))) {
      heading.title = HeadingTitle(title);
      head.last = paragraph_end;
    }
  }
  units.push_back({head, Rank::kText, std::move(heading), {}, false, {}});
  if (head.last < paragraph_end) {
    units.push_back({{head.last, paragraph_end}, Rank::kText, std::nullopt, {}, false, {}});
  }
}

// "CHAPTER" whose number is a paragraph of its own.
bool TakeNumber(std::string_view text, const std::vector<Line>& lines, const Paragraph& paragraph,
                std::vector<Unit>& units) {
  if (units.empty() || !units.back().heading) return false;
  Unit& last = units.back();
  if (last.heading->number > 0 || last.heading->kind == HeadingKind::kNamed) return false;
  const Paragraph both{last.lines.first, paragraph.first + 1};
  auto heading = ParseHeading(HeadingText(text, lines, both));
  if (!heading || heading->number == 0) {
    last.heading.reset();  // the word alone is no heading
    return false;
  }
  units.pop_back();
  AddHeading(text, lines, both, paragraph.last, std::move(*heading), units);
  return true;
}

void AddParagraph(std::string_view text, const std::vector<Line>& lines, const Paragraph& paragraph,
                  std::vector<Unit>& units) {
  if (TakeNumber(text, lines, paragraph, units)) return;
  Paragraph head;
  if (AllLines(text, lines, paragraph, IsSceneBreak)) {
    if (!units.empty() && units.back().scene_break) {
      units.back().lines.last = paragraph.last;
    } else {
      units.push_back({paragraph, Rank::kText, std::nullopt, kSceneBreakReason, true, {}});
    }
  } else if (lines[paragraph.first].page_number && paragraph.last - paragraph.first == 1) {
    units.push_back({paragraph, Rank::kText, std::nullopt, "page number", false, {}});
  } else if (auto heading = BeginningHeading(text, lines, paragraph, head)) {
    AddHeading(text, lines, head, paragraph.last, std::move(*heading), units);
  } else {
    units.push_back({paragraph, Rank::kText, std::nullopt, {}, false, {}});
  }
}

// What was cut off a paragraph as a heading, and turned out to be none, goes back to it.
void RejoinParagraphs(const std::vector<Paragraph>& paragraphs, std::vector<Unit>& units) {
  std::vector<Unit> joined;
  joined.reserve(units.size());
  auto paragraph = paragraphs.begin();
  for (Unit& unit : units) {
    while (paragraph->last <= unit.lines.first) ++paragraph;
    const bool cut = !joined.empty() && unit.lines.first > paragraph->first &&
                     joined.back().rank == Rank::kText && unit.rank == Rank::kText &&
                     joined.back().skip == unit.skip && joined.back().note == unit.note;
    if (cut) {
      joined.back().lines.last = unit.lines.last;
    } else {
      joined.push_back(std::move(unit));
    }
  }
  units = std::move(joined);
}

}  // namespace

std::string JoinedText(std::string_view text, const std::vector<Line>& lines,
                       const Paragraph& unit) {
  std::string joined;
  for (std::size_t i = unit.first; i < unit.last; ++i) {
    if (i > unit.first) joined += ' ';
    joined += LineText(text, lines[i]);
  }
  return joined;
}

std::string HeadingText(std::string_view text, const std::vector<Line>& lines,
                        const Paragraph& unit) {
  std::string joined = JoinedText(text, lines, unit);
  std::erase(joined, '_');
  return joined;
}

std::size_t TextSize(const std::vector<Line>& lines, const Unit& unit) {
  return lines[unit.lines.last - 1].text.end - lines[unit.lines.first].text.begin;
}

TextOutline Outline(std::string_view text, const std::vector<Line>& lines,
                    const std::vector<Paragraph>& paragraphs) {
  TextOutline outline;
  std::vector<Unit>& units = outline.units;
  units.reserve(paragraphs.size());
  for (const Paragraph& paragraph : paragraphs) {
    ThrowIfInterrupted();
    AddParagraph(text, lines, paragraph, units);
  }
  SkipGutenbergFrame(text, lines, units);
  SkipIllustrations(text, lines, units);
  outline.notes = FindFootnotes(text, lines, units);
  ThrowIfInterrupted();
  SkipContents(text, lines, units);
  SkipTranscribersNotes(text, lines, units);
  SkipAboutTheBook(text, lines, units);
  SkipIndex(text, lines, units);
  ThrowIfInterrupted();
  RankHeadings(text, lines, units);
  RejoinParagraphs(paragraphs, units);
  JoinTitles(text, lines, units);
  return outline;
}

}  // namespace fullcast
