// Chapters in an ID3v2 tag. Private to this room.
#pragma once

#include <taglib/id3v2tag.h>

#include <cstdint>
#include <vector>

#include "encode/tags.h"

namespace fullcast {

/// Replaces the tag's chapters (ID3v2 Chapter Frame Addendum 1.0): a CHAP frame each and, as its
/// count is one byte, a table of contents of at most 255 entries; of more chapters, tables of 255
/// are the entries of the top one. The book is `samples` long, at kSampleRateHz.
void SetId3Chapters(TagLib::ID3v2::Tag& tag, const std::vector<ChapterMark>& chapters,
                    std::int64_t samples);

}  // namespace fullcast
