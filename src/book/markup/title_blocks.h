// Which blocks at the beginning of a chapter are its heading.
#pragma once

#include <cstddef>
#include <vector>

#include "book/markup/contents_marks.h"
#include "book/markup/markup_blocks.h"

namespace fullcast {

/// The indices of the drafts that head the chapter of this mark. Paragraphs that make up its title
/// in the contents, its number, and a title below a number, become headings; a number below a
/// number is one of a section.
std::vector<std::size_t> FindTitleBlocks(const ContentsMark& mark,
                                         std::vector<MarkupDraft>& drafts);

}  // namespace fullcast
