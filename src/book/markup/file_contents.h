// A table of contents for a book that has none: of files that begin with a title.
#pragma once

#include <vector>

#include "book/markup/contents_marks.h"
#include "book/markup/markup_blocks.h"
#include "core/book.h"

namespace fullcast {

/// An entry for each file whose first paragraph reads like a chapter's number or title, with the
/// title below a number; empty if that is so of fewer than two, or of fewer than half of the files
/// that are long enough for chapters.
std::vector<ContentsEntry> ContentsOfFiles(const std::vector<MarkupDraft>& drafts,
                                           const std::vector<Source>& sources);

}  // namespace fullcast
