// Footnotes of plain text: "[Footnote 1: ...]", "[1] ...", "* ...", and the marks that refer to
// them.
#pragma once

#include <string_view>
#include <vector>

#include "book/text/inline_marks.h"
#include "book/text/outline.h"

namespace fullcast {

/// Gives each unit that is a footnote (or a paragraph of one) its name in Unit::note, and returns
/// what is not part of the words, in order: labels and brackets of footnotes, and the references to
/// them. A mark that no footnote belongs to stays in the text, and so does a paragraph in brackets
/// that nothing refers to, unless it says that it is a footnote.
std::vector<InlineMark> FindFootnotes(std::string_view text, const std::vector<Line>& lines,
                                      std::vector<Unit>& units);

}  // namespace fullcast
