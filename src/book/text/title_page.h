// What the first lines of a plain text tell of the book.
#pragma once

#include <string_view>
#include <vector>

#include "book/text/outline.h"
#include "core/book.h"

namespace fullcast {

/// Title and author from "Title: ..." and "Author: ...", from Project Gutenberg's first line, or
/// from a title page ("EMMA", "By Jane Austen"). Empty where nothing is evident.
BookInfo ReadTitlePage(std::string_view text, const std::vector<Line>& lines,
                       const std::vector<Unit>& units);

/// Marks title pages: the one above the first heading, without a dedication or an epigraph that
/// follows it, and those in the middle of a book of several volumes; the headings of volumes on
/// them stay. Of the front, what tells of rights and printers too.
void SkipTitlePages(std::string_view text, const std::vector<Line>& lines, const BookInfo& info,
                    std::vector<Unit>& units);

}  // namespace fullcast
