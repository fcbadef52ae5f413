// Which headings stand above chapters, told by their levels: of Markdown, and of markup without a
// table of contents.
#pragma once

#include <vector>

#include "book/headings/chapters.h"
#include "core/book.h"

namespace fullcast {

struct LeveledBlock {
  Block block;
  int level = 0;  ///< of a heading, 1 to 6
};

inline constexpr int kNoLevel = 7;

/// What the levels of headings mean; 0: there is none of that kind.
struct Levels {
  int title = 0;
  int part = 0;
  int chapter = kNoLevel;
};

/// A single highest heading is the book's title, unless this is one file of many; parts are those
/// that say so.
Levels FindLevels(const std::vector<LeveledBlock>& blocks, bool one_of_many);

/// Where there are no headings at all, paragraphs that read like some are, or else paragraphs of a
/// number alone that count from 1 on.
std::vector<Draft> RankBlocks(std::vector<LeveledBlock> blocks, const Levels& levels);

}  // namespace fullcast
