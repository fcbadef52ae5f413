// What the first lines of a plain text tell of the book.
#pragma once

#include <string_view>
#include <vector>

#include "book/outline.h"
#include "core/book.h"

namespace fullcast {

/// Title and author from "Title: ..." and "Author: ...", from Project Gutenberg's first line, or
/// from a title page ("EMMA", "By Jane Austen"). Empty where nothing is evident.
BookInfo ReadTitlePage(std::string_view text, const std::vector<Line>& lines,
                       const std::vector<Unit>& units);

}  // namespace fullcast
