// Headings that only their type tells: paragraphs in bold.
#pragma once

#include <vector>

#include "book/markup/markup_blocks.h"

namespace fullcast {

/// In a book without a heading, or with one above all of these: makes short paragraphs, all in
/// bold, that read like titles, headings of level 2; of level 3 right below a number, of level 1
/// parts, or the book's title above chapters with numbers. Nothing where there are less than two,
/// or hardly a text between them.
void PromoteBoldTitles(std::vector<MarkupDraft>& drafts);

}  // namespace fullcast
