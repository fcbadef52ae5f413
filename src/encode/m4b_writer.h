// The audiobook's file: AAC in MPEG-4 with chapters, tags and cover.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/book.h"
#include "encode/aac_encoder.h"

namespace fullcast {

/// A chapter begins at this sample and lasts to the next one's begin, or the end.
struct ChapterMark {
  std::string title;
  std::int64_t sample = 0;
};

/// What players show, beside the book's own fields.
struct Tags {
  BookInfo book;        ///< `cover` is not read from here
  std::string comment;  ///< how the file was made, see origin.h
  std::string cover;    ///< bytes of a JPEG or PNG picture, empty: none
};

/// Writes an M4B with libavformat's ipod muxer: pieces as they come, chapters at the end, in both
/// the QuickTime form (a text track) and the Nero form (a `chpl` box, which counts to 255 and is
/// left out above), the index moved to the front. The file appears when it is whole: see
/// AtomicFile.
class M4bWriter {
 public:
  /// Throws Error if the file can't be created or the cover is no JPEG or PNG.
  M4bWriter(const std::filesystem::path& path, const Tags& tags, const EncoderSettings& settings,
            std::size_t chapter_count);
  ~M4bWriter();
  M4bWriter(const M4bWriter&) = delete;
  M4bWriter& operator=(const M4bWriter&) = delete;

  /// Joins a piece to what was written. Throws Error, also when the disk is full.
  void Write(const EncodedPiece& piece);

  /// Completes the file and puts it in place. Marks ascend, the first is at 0. Throws Error.
  void Finish(const std::vector<ChapterMark>& chapters);

  /// Length of what was written.
  [[nodiscard]] std::int64_t samples() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace fullcast
