// How much a book may hold to be annotated: what is remembered of each word and each quotation adds
// up. A book of 9 MB just below all of them but the quotation marks' takes 422 MB to annotate; 17
// novels joined into one book of 8.5 MB are far within all of them.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/book.h"

namespace fullcast {

inline constexpr std::size_t kMostTokens = 4'000'000;      ///< words and punctuation marks
inline constexpr std::size_t kMostWords = 400'000;         ///< different ones
inline constexpr std::size_t kMostNames = 20'000;          ///< different ones, of persons or not
inline constexpr std::size_t kMostQuoteMarks = 1'000'000;  ///< apostrophes that look like them, too
inline constexpr std::size_t kMostQuotations = 150'000;

/// Throws Error if a book has more than `most` of `what`, counted up to a byte of a block's text:
/// it names that place.
void CheckSize(std::size_t count, std::size_t most, std::string_view what, const Book& book,
               const Block& block, std::size_t text_offset);

}  // namespace fullcast
