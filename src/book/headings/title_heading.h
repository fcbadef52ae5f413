// The heading that is the book's title.
#pragma once

#include <string>
#include <vector>

#include "book/headings/heading_ranks.h"

namespace fullcast {

/// The author whom the only line between the title's heading, of this level, and the next heading
/// names, or the first one that begins with "by"; "": none.
std::string AuthorBelowTitle(const std::vector<LeveledBlock>& blocks, int level);

/// Marks the title's heading, of this level, and lines of a title page below it as not read.
void SkipTitleHeading(std::vector<LeveledBlock>& blocks, int level, const std::string& author);

}  // namespace fullcast
