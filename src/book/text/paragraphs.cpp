#include "book/text/paragraphs.h"

#include <algorithm>
#include <map>

#include "book/headings/heading.h"
#include "book/headings/illustration.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kTabColumns = 4;
constexpr std::size_t kLeastIndent = 2;  // one space more is a slip of the typist
constexpr std::size_t kLongLine = 120;   // no wrapped line is longer
constexpr std::string_view kClosing = ")]}'\"_*";

std::string_view TextOf(std::string_view text, const Line& line) {
  return text.substr(line.text.begin, line.text.end - line.text.begin);
}

std::size_t Columns(std::string_view white_space) {
  std::size_t columns = 0;
  for (std::size_t position = 0; position < white_space.size();) {
    columns += NextCodePoint(white_space, position) == '\t' ? kTabColumns : 1;
  }
  return columns;
}

bool IsClosing(char32_t c) {
  return (c < 0x80 && kClosing.find(static_cast<char>(c)) != std::string_view::npos) ||
         c == 0x2019 || c == 0x201D || c == 0xBB || c == 0x203A;
}

// What the lines of a file say about its style.
struct Ballot {
  std::size_t neighbours = 0;     // lines directly below another
  std::size_t sentence_ends = 0;  // ... where the line above ends a sentence
  std::size_t separators = 0;     // blank lines, several at once counted once
  std::size_t long_lines = 0;
  std::size_t indents = 0;  // lines directly below one that is less indented
  std::size_t indents_after_end = 0;
};

Ballot Count(std::string_view text, const std::vector<Line>& lines) {
  Ballot ballot;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].text.end - lines[i].text.begin > kLongLine) ++ballot.long_lines;
    if (i == 0) continue;
    if (lines[i].blank_before > 0) {
      ++ballot.separators;
      continue;
    }
    ++ballot.neighbours;
    const bool ended = EndsSentence(TextOf(text, lines[i - 1]));
    if (ended) ++ballot.sentence_ends;
    if (lines[i].indent >= lines[i - 1].indent + kLeastIndent) {
      ++ballot.indents;
      if (ended) ++ballot.indents_after_end;
    }
  }
  return ballot;
}

// The most frequent indentation of lines that are more indented than the line above.
std::size_t FirstLineIndent(const std::vector<Line>& lines) {
  std::map<std::size_t, std::size_t> counts;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].blank_before == 0 && lines[i].indent >= lines[i - 1].indent + kLeastIndent) {
      ++counts[lines[i].indent];
    }
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? 0 : most->first;
}

// The number of a page, or "[Illustration: ...]" on a line of its own, wherever it stands.
bool IsAlone(std::string_view text, const Line& line) {
  const std::string_view words = TextOf(text, line);
  return (line.page_number && !line.inside_sentence) ||
         (BeginsIllustration(words) && words.ends_with("]"));
}

// "Chapter 2" right below the end of a sentence, without a blank line.
bool IsHeadingBelowText(std::string_view text, const Line& above, const Line& line,
                        ParagraphStyle style) {
  constexpr std::size_t kLongest = 80;
  if (line.text.end - line.text.begin > kLongest || !EndsSentence(TextOf(text, above)))
    return false;
  const auto heading = ParseHeading(TextOf(text, line));
  if (!heading || heading->number == 0) return false;
  return heading->kind != HeadingKind::kNumber || style == ParagraphStyle::kFirstIndent;
}

}  // namespace

bool EndsSentence(std::string_view line) {
  std::size_t end = line.size();
  while (end > 0) {
    const char32_t c = PreviousCodePoint(line, end);
    if (IsClosing(c)) continue;
    return c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026 || c == 0x2014 ||
           c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
  }
  return true;  // quotation marks alone
}

std::vector<Line> SplitLines(std::string_view text) {
  std::vector<Line> lines;
  std::size_t blank = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find_first_of("\r\n", begin);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view whole = text.substr(begin, end - begin);
    const std::string_view content = Trim(whole);
    if (content.empty()) {
      ++blank;
    } else {
      const auto margin = static_cast<std::size_t>(content.data() - whole.data());
      const std::size_t start = begin + margin;
      lines.push_back(
          {{start, start + content.size()}, Columns(whole.substr(0, margin)), blank, false, false});
      blank = 0;
    }
    begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  return lines;
}

ParagraphStyle VoteParagraphStyle(std::string_view text, const std::vector<Line>& lines) {
  const Ballot ballot = Count(text, lines);
  const bool few_separators = ballot.separators <= 1 + lines.size() / 8;
  const bool mostly_long = ballot.long_lines * 4 > lines.size();
  if (ballot.sentence_ends * 5 >= ballot.neighbours * 4 && (few_separators || mostly_long)) {
    return ParagraphStyle::kEachLine;
  }
  if (ballot.indents > ballot.separators && ballot.indents_after_end * 5 >= ballot.indents * 4) {
    return ParagraphStyle::kFirstIndent;
  }
  return ParagraphStyle::kBlankLines;
}

std::vector<Paragraph> SplitParagraphs(std::string_view text, const std::vector<Line>& lines) {
  const ParagraphStyle style = VoteParagraphStyle(text, lines);
  const std::size_t indent =
      style == ParagraphStyle::kFirstIndent ? FirstLineIndent(lines) : std::size_t{0};
  std::vector<Paragraph> paragraphs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool begins = i == 0 || lines[i].blank_before > 0 || style == ParagraphStyle::kEachLine ||
                        (style == ParagraphStyle::kFirstIndent && lines[i].indent == indent) ||
                        IsHeadingBelowText(text, lines[i - 1], lines[i], style) ||
                        IsAlone(text, lines[i]) || IsAlone(text, lines[i - 1]);
    if (begins) paragraphs.push_back({i, i});
    paragraphs.back().last = i + 1;
  }
  return paragraphs;
}

std::size_t WrapColumn(const std::vector<Line>& lines) {
  std::vector<std::size_t> columns;
  columns.reserve(lines.size());
  for (const Line& line : lines) columns.push_back(line.indent + line.text.end - line.text.begin);
  if (columns.empty()) return 0;
  const auto nearly_all = columns.begin() + static_cast<std::ptrdiff_t>(columns.size() * 9 / 10);
  std::nth_element(columns.begin(), nearly_all, columns.end());
  return *nearly_all;
}

bool BreaksEarly(std::string_view text, const Line& line, const Line& next,
                 std::size_t wrap_column) {
  constexpr std::size_t kSlack = 8;  // wrapping leaves a ragged edge
  const std::string_view below = TextOf(text, next);
  const std::size_t word = std::min(below.find(' '), below.size());
  return line.indent + line.text.end - line.text.begin + 1 + word + kSlack <= wrap_column;
}

}  // namespace fullcast
