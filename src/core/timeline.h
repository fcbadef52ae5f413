// When what is read aloud is heard.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/book.h"

namespace fullcast {

struct TimedWord {
  Span text;  ///< bytes of what is spoken, see Segment::say
  std::int64_t begin = 0;
};

/// A segment that is spoken. All times are in samples at kSampleRateHz, from the beginning of the
/// file that the chapter is in.
struct TimedSegment {
  std::size_t segment = 0;  ///< index in its chapter
  std::int64_t begin = 0;
  std::int64_t end = 0;  ///< of the speech; a pause may follow
  std::vector<TimedWord> words;
};

struct TimedChapter {
  std::size_t chapter = 0;  ///< index in the script
  std::string file;         ///< name of the audio file
  std::int64_t begin = 0;
  std::int64_t end = 0;  ///< where the next one begins, or the file ends
  std::vector<TimedSegment> segments;
};

/// One rendering of a book in one format. Chapters of which nothing is spoken are left out.
struct Timeline {
  std::vector<TimedChapter> chapters;
};

}  // namespace fullcast
