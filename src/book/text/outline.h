// The outline of a plain text: which of its paragraphs are headings, and which are not read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/headings/heading.h"
#include "book/text/inline_marks.h"
#include "book/text/paragraphs.h"

namespace fullcast {

/// A paragraph, or a heading of several.
struct Unit {
  Paragraph lines;
  Rank rank = Rank::kText;
  std::optional<Heading> heading;  ///< what it reads like; it is one only if `rank` says so
  std::string skip;                ///< why it is not read aloud; empty: it is
  bool scene_break = false;
  std::string note;  ///< the name of the footnote that this is a paragraph of
};

/// What a plain text consists of.
struct TextOutline {
  std::vector<Unit> units;
  std::vector<InlineMark> notes;  ///< labels of footnotes and references to them, in order
};

/// Makes units of the paragraphs of a text and ranks them.
TextOutline Outline(std::string_view text, const std::vector<Line>& lines,
                    const std::vector<Paragraph>& paragraphs);

/// The lines of a unit, joined by one space.
std::string JoinedText(std::string_view text, const std::vector<Line>& lines,
                       const Paragraph& unit);

/// ... without underscores: italics play no part in recognising headings.
std::string HeadingText(std::string_view text, const std::vector<Line>& lines,
                        const Paragraph& unit);

/// Bytes of the unit's lines.
std::size_t TextSize(const std::vector<Line>& lines, const Unit& unit);

}  // namespace fullcast
