// Lines of plain text, and which of them are one paragraph.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/book.h"

namespace fullcast {

/// A line with something on it.
struct Line {
  Span text;                     ///< without white space at its ends
  std::size_t indent = 0;        ///< columns of white space before it
  std::size_t blank_before = 0;  ///< empty lines between it and the line before
  bool page_number = false;      ///< nothing but the number of a page, see MarkPageNumbers()
  bool inside_sentence = false;  ///< ... which goes on below it
};

/// Lines [first, last) that stand together.
struct Paragraph {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Lines end in LF, CR or CR LF.
std::vector<Line> SplitLines(std::string_view text);

/// How an author sets paragraphs apart.
enum class ParagraphStyle {
  kBlankLines,
  kEachLine,     ///< every line is a paragraph
  kFirstIndent,  ///< a paragraph's first line is indented, no blank lines
};

/// Judged by all lines together: does the text run on from line to line, are there blank lines.
ParagraphStyle VoteParagraphStyle(std::string_view text, const std::vector<Line>& lines);

/// Paragraphs of a file, in order, every line in one of them.
std::vector<Paragraph> SplitParagraphs(std::string_view text, const std::vector<Line>& lines);

/// Whether a line ends as a sentence does, quotation marks and brackets aside.
bool EndsSentence(std::string_view line);

/// The column at which the lines of the file were wrapped: nearly all lines are shorter. An author
/// who does not wrap lines gives a large number.
std::size_t WrapColumn(const std::vector<Line>& lines);

/// Whether the first of two lines ends before the wrap column forced it to, as verse does.
bool BreaksEarly(std::string_view text, const Line& line, const Line& next,
                 std::size_t wrap_column);

}  // namespace fullcast
