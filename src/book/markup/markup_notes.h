// Which block of a book of markup is the note that a link in its text refers to.
#pragma once

#include <vector>

#include "book/markup/markup_blocks.h"
#include "core/book.h"

namespace fullcast {

/// Names the notes (Block::note) that the links in Block::notes lead to, and puts these names in
/// place of the links; links that lead to no note go. A paragraph further down that is marked as no
/// note is one where it begins with a number or a sign. Paragraphs behind a note, up to the next
/// one, are its own.
void LinkNotes(std::vector<MarkupDraft>& drafts, const std::vector<Source>& sources);

}  // namespace fullcast
