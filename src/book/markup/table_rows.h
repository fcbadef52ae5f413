// Tables: each row is a paragraph, and its cells are read one after the other.
#pragma once

#include "book/markup/markup.h"
#include "book/markup/markup_paragraph.h"

namespace fullcast {

/// Whether an element is a cell of a table.
bool IsCell(const MarkupNode& node);

/// What stands between the row as far as it is read and the cell that begins with this node: a
/// comma behind a word, else a space.
void AddCellJoint(const MarkupNode& node, MarkupParagraph& row);

}  // namespace fullcast
