// Sections of a book that are not read, told by their headings.
#pragma once

#include <vector>

#include "book/headings/heading_ranks.h"

namespace fullcast {

/// Marks what stands below a heading such as "Table of Contents" or "About the Author", up to the
/// next heading that is no lower one, as not read; nothing where that is long enough for a chapter.
void SkipMatterSections(std::vector<LeveledBlock>& blocks);

}  // namespace fullcast
