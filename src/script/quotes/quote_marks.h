// The outer quotation marks of a text, and how likely each of them is to open or to close.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "script/quotes/quote_style.h"

namespace fullcast {

/// What reading a mark in one role costs: 0 for what it plainly is, about 1 for a doubt, 3 for
/// what takes a slip of the pen, 5 for what never happens.
struct QuoteMark {
  std::size_t begin = 0;  ///< bytes of the text
  std::size_t end = 0;
  bool leads = false;  ///< nothing but white space stands before it
  float open = 0;
  float close = 0;
  float nothing = 0;  ///< an apostrophe, an inch mark, ...
};

/// The words that tell apostrophes from single marks, of one language.
struct ApostropheWords {
  WordSet elisions;      ///< their beginning is left out: 'tis, 'em
  WordSet dropped_ends;  ///< their end is left out: o', an'
};

/// The marks of the style's family, in order.
std::vector<QuoteMark> FindMarks(std::string_view text, const QuoteStyle& style,
                                 const ApostropheWords& words);

}  // namespace fullcast
