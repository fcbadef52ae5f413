// A timeline's file, as it is read again.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/book.h"

namespace fullcast {

/// An audio file. Files follow each other: `begin` counts the samples of those before it.
struct HeardFile {
  std::string name;
  std::int64_t begin = 0;
  std::int64_t samples = 0;
};

/// The smallest stretch of text whose time is known: a word with what follows it, or a whole
/// segment of which no words are known. Samples count from the beginning of the first file.
struct HeardWord {
  std::string text;
  std::int64_t begin = 0;
  std::int64_t end = 0;
};

struct HeardSegment {
  std::string text;
  std::size_t first_word = 0;  ///< index among all words
  std::size_t words = 0;       ///< at least one
};

/// What WriteTimingJson() has told of a rendering. Words are in the order they are heard, and none
/// begins before the one ahead of it has ended.
struct HeardBook {
  std::string book;  ///< its id
  std::vector<HeardFile> files;
  std::vector<HeardSegment> segments;
  std::vector<HeardWord> words;

  [[nodiscard]] std::int64_t Samples() const {
    return files.empty() ? 0 : files.back().begin + files.back().samples;
  }
};

/// Reads what WriteTimingJson() writes. `file` is for messages. Throws Error with file, line and
/// column at what is no timeline, or one whose times run backwards.
HeardBook ParseTimingJson(std::string_view text, const std::string& file);

}  // namespace fullcast
