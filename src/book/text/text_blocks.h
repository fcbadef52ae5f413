// Blocks made of lines of plain text: paragraphs, verse, set-off text.
#pragma once

#include <vector>

#include "book/headings/chapters.h"
#include "book/source/source_text.h"
#include "book/text/outline.h"

namespace fullcast {

/// The blocks of an outline, in order. Short lines that break early and are indented (or all begin
/// with capitals) are verse, a block a line; indented paragraphs are set off (kQuote). Marks of
/// emphasis, page numbers and references to footnotes are taken out of the text, words that were
/// divided at the end of a line are joined.
std::vector<Draft> MakeDrafts(const SourceText& source, const std::vector<Line>& lines,
                              const TextOutline& outline);

}  // namespace fullcast
