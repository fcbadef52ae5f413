// Headings of markup that may be one: a number and the title below it, the lines of a group.
#pragma once

#include <string>
#include <vector>

#include "book/markup/draft_list.h"

namespace fullcast {

/// Joins headings that follow each other: a heading without a title takes the one below it; all
/// lines of a group are one heading.
std::vector<FinishedParagraph> JoinHeadings(std::vector<FinishedParagraph> headings);

/// The lines of a heading as one, with a stop between number and title.
std::string HeadingLines(const std::vector<std::string>& lines);

}  // namespace fullcast
