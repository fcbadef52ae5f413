// Other tags for an audiobook that is finished.
#pragma once

#include <filesystem>
#include <string>

#include "core/book.h"

namespace fullcast {

struct TagChanges {
  BookInfo book;      ///< what is empty stays as it is; `cover` is not read from here
  std::string cover;  ///< bytes of a JPEG or PNG picture; empty: the cover stays
};

/// Puts tags and cover into any M4B, M4A, MP3, Opus or FLAC file (told by its extension), in place
/// of those it has. All else stays: sound, chapters, other tags. The file is replaced when the new
/// one is whole. In a file of one chapter, which has a track number, the title is the album's.
/// Throws Error.
void Retag(const std::filesystem::path& path, const TagChanges& changes);

}  // namespace fullcast
