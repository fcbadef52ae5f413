// HTML files, Project Gutenberg's above all.
#pragma once

#include "book/formats.h"

namespace fullcast {

/// See Reader. Chapters by the list of contents, if its links lead into the file, else by headings.
Book ReadHtml(BookFile file);

}  // namespace fullcast
