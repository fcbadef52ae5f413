// Files of a book that are about it and no part of its text, where its contents do not say so.
#pragma once

#include <vector>

#include "book/markup/markup_blocks.h"

namespace fullcast {

/// Marks short files as not read that begin with a title such as "About the Author", or that say no
/// more than who published the book, when and with which rights.
void SkipMatterPages(std::vector<MarkupDraft>& drafts);

}  // namespace fullcast
