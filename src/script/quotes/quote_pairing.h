// Which mark closes what: the cheapest reading of all marks between two breaks.
#pragma once

#include <cstddef>
#include <vector>

#include "script/quotes/quote_marks.h"

namespace fullcast {

/// A block that may hold quotations, with its marks.
struct MarkedBlock {
  std::size_t block = 0;  ///< index in the chapter
  bool set_off = false;   ///< verse, a letter: quotations run on over these without marks
  bool turn = false;      ///< a turn of dialogue by a dash; its marks don't count
  std::vector<QuoteMark> marks;
};

/// A stretch between marks. Where a mark is missing, the place is that of the next thing that is
/// there: the beginning or end of the block, the mark before or behind.
struct PairedSpan {
  std::size_t block = 0;  ///< index in the list of marked blocks
  std::size_t begin = 0;
  std::size_t end = 0;
  bool opened = true;      ///< its first character is an opening mark
  bool closed = true;      ///< its last character is a closing mark
  bool continues = false;  ///< the words of the span before, a paragraph on
  bool doubtful = false;
};

/// `text_sizes` holds the size of each block's text. No scene break, heading or end of a chapter
/// lies between the blocks. Linear.
std::vector<PairedSpan> PairMarks(const std::vector<MarkedBlock>& blocks,
                                  const std::vector<std::size_t>& text_sizes);

}  // namespace fullcast
