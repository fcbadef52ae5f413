// A book's place in a series.
#pragma once

#include <string>
#include <string_view>

namespace fullcast {

struct Series {
  std::string name;
  std::string part;  ///< "3" or "2.5"; empty: unknown
};

/// Parts "The Lighthouse #3" (as Audiobookshelf writes it), "The Lighthouse, Book 3" and "... Vol.
/// 3" into name and number.
Series ParseSeries(std::string_view text);

}  // namespace fullcast
