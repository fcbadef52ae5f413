// Blocks made of lines of plain text: paragraphs, verse, set-off text.
#pragma once

#include <vector>

#include "book/chapters.h"
#include "book/outline.h"
#include "book/source_text.h"

namespace fullcast {

/// The blocks of an outline, in order. Short lines that break early and are indented (or all begin
/// with capitals) are verse, a block a line; indented paragraphs are set off (kQuote). Italics are
/// taken out of the text.
std::vector<Draft> MakeDrafts(const SourceText& source, const std::vector<Line>& lines,
                              const std::vector<Unit>& units);

}  // namespace fullcast
