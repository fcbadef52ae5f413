// Plain text, as authors type it and as Project Gutenberg sets it.
#pragma once

#include "book/formats.h"

namespace fullcast {

/// Finds paragraphs, verse, set-off blocks, chapter headings, italics (_so_), and what is not to be
/// read. Time and memory grow linearly with the file.
Book ReadPlainText(BookFile file);

}  // namespace fullcast
