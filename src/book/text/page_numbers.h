// Numbers of the printed pages, left in a plain text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "book/text/paragraphs.h"

namespace fullcast {

/// The length of the page mark that a text begins with: "[Pg 12]", "[Page xii]", "{12}"; 0: none.
std::size_t PageMarkLength(std::string_view text);

/// Marks the lines that are nothing but the number of a page. Page marks always are; "12", "-- 12
/// --" and "[12]" are where they count up through the text and cut sentences in two, as no chapter
/// does. The blank lines around one that cuts a sentence are forgotten, so that the sentence goes
/// on.
void MarkPageNumbers(std::string_view text, std::vector<Line>& lines);

}  // namespace fullcast
