// A book's place in a series.
#pragma once

#include <string>
#include <string_view>

#include "core/book.h"

namespace fullcast {

struct Series {
  std::string name;
  std::string part;  ///< "3" or "2.5"; empty: unknown
};

/// Parts "The Lighthouse #3" (as Audiobookshelf writes it), "The Lighthouse, Book 3" and "... Vol.
/// 3" into name and number.
Series ParseSeries(std::string_view text);

/// What is known of the book's place: `series_index`, or else what `series` says in one word.
Series SeriesOf(const BookInfo& book);

}  // namespace fullcast
