// Lines of a book's layout that are no text of it: its title above each chapter, links.
#pragma once

#include <string>
#include <vector>

#include "book/markup/markup_blocks.h"

namespace fullcast {

/// Marks as not read: headings that repeat the book's title, paragraphs in a row that are nothing
/// but links to places in the book, and single ones that lead back to its contents.
void SkipRunningLines(std::vector<MarkupDraft>& drafts, const std::string& book_title);

}  // namespace fullcast
