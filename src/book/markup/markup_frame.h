// What libraries put around the text of a book of markup.
#pragma once

#include <vector>

#include "book/markup/markup_blocks.h"
#include "core/book.h"

namespace fullcast {

/// Marks Project Gutenberg's frame as not read: all up to "*** START OF ...", all from "*** END OF
/// ..." on, credits behind the one, transcriber's notes. Blocks of the frame that follow each other
/// in one file become one. Takes the book's title, author and language from there if `info` has
/// none.
void SkipFrame(std::vector<MarkupDraft>& drafts, BookInfo& info);

/// Marks title page and imprint as not read: what stands before the first chapter at `end` and says
/// no more than title, author and translator, or who published the book, where and with which
/// rights. Takes the author from there if `info` has none.
void SkipTitlePage(std::vector<MarkupDraft>& drafts, std::size_t end, BookInfo& info);

}  // namespace fullcast
