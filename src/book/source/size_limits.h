// How much a book may hold to be read in 512 MB. 17 novels joined (8.5 MB) are within all of it.
#pragma once

#include <cstddef>
#include <string_view>

#include "book/source/source_text.h"
#include "core/error.h"

namespace fullcast {

inline constexpr std::size_t kMostTextBytes = std::size_t{22} << 20;  ///< of all files together
inline constexpr std::size_t kMostLines = 1'000'000;                  ///< of a plain text
inline constexpr std::size_t kMostParagraphs = 250'000;               ///< lines of verse, too
inline constexpr std::size_t kMostTags = 800'000;                     ///< and character references
inline constexpr std::size_t kMostSteps =
    5'000'000;  ///< characters that are not copied as they are

/// The book is larger than that: no part of it is read.
class TooLarge : public Error {
 public:
  using Error::Error;
};

/// Throws TooLarge if there are more than `most` of `what`; `offset`, in the source's text, is how
/// far they were counted.
void CheckCount(std::size_t count, std::size_t most, std::string_view what,
                const SourceText& source, std::size_t offset);

/// Throws TooLarge if a book, or this file of it, has more text than can be read.
void CheckTextBytes(std::size_t bytes, const std::string& name);

}  // namespace fullcast
