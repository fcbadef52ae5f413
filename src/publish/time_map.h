// From the times of an old rendering to those of a new one, so that bookmarks survive a revision.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "publish/heard_book.h"

namespace fullcast {

/// A stretch of the old sound and where it is now; samples count as in HeardWord. Times inside
/// correspond in proportion.
struct MappedSpan {
  std::int64_t old_begin = 0;
  std::int64_t old_end = 0;
  std::int64_t new_begin = 0;
  std::int64_t new_end = 0;
  bool kept = false;  ///< the same text; else `new_begin` is the nearest text that was kept
};

/// A time in one of the files.
struct FileTime {
  std::string file;
  std::int64_t sample = 0;
};

class TimeMap {
 public:
  /// Segments with the same text are the same, and between them so are words. Throws Error when
  /// the two have no text in common.
  TimeMap(HeardBook old_book, HeardBook new_book);

  /// The whole of the old sound, in order; none crosses from one file into another.
  [[nodiscard]] const std::vector<MappedSpan>& spans() const { return spans_; }

  /// How much of the old sound is kept, from 0 to 1.
  [[nodiscard]] double KeptShare() const;

  struct Found {
    FileTime time;
    bool kept = false;
  };

  /// Where the sound at this time is now. `file` may be empty when the old book is in one. Throws
  /// Error where there is no such file, or it is shorter.
  [[nodiscard]] Found Find(const FileTime& old_time) const;

  /// The map as JSON, a span a line.
  [[nodiscard]] std::string ToJson() const;

 private:
  HeardBook old_;
  HeardBook new_;
  std::vector<MappedSpan> spans_;
};

}  // namespace fullcast
