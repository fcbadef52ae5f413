// What players show of an audiobook.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/book.h"
#include "encode/format.h"

namespace fullcast {

/// A chapter begins at this sample (at kSampleRateHz) and lasts to the next one's begin, or the
/// end.
struct ChapterMark {
  std::string title;
  std::int64_t sample = 0;
};

struct Tags {
  BookInfo book;           ///< `cover` is not read from here
  std::string comment;     ///< how the file was made, see origin.h
  std::string cover;       ///< bytes of a JPEG or PNG picture, empty: none
  std::string part_title;  ///< of a file that holds one chapter; empty: it holds the book
  int part = 0;            ///< its number, from 1
  int parts = 0;           ///< of so many
};

/// Bytes that tags, cover and chapters of these titles take in a file, rather too many than too
/// few.
std::size_t MostTagBytes(const Tags& tags, const std::vector<std::string>& titles);

/// Puts tags and cover into a finished audio file, in place of those it has, where players look for
/// them: the narrator as composer, the series as Audiobookshelf reads it. The sound is not touched.
/// Chapters, where the format keeps them beside its tags (MP3, Opus, FLAC), are replaced by
/// `chapters`, of a book of `samples` (at kSampleRateHz). Throws Error.
void WriteTags(const std::filesystem::path& path, Format format, const Tags& tags,
               const std::vector<ChapterMark>& chapters, std::int64_t samples);

}  // namespace fullcast
