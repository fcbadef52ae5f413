// The user's own EPUB, read aloud.
#pragma once

#include <filesystem>

#include "core/script.h"
#include "core/timeline.h"
#include "publish/epub.h"

namespace fullcast {

/// Writes the EPUB that the script was made from, with Media Overlays and the sound in it: its
/// pages get ids and a link to a style sheet, its package gets items and durations, all other files
/// stay to the byte. Of an EPUB 2, which can hold no sound, it makes one of version 3 (see
/// ToEpub3()). Throws Error where it can't take them: it has overlays of its own, is another text
/// than the script's, or its pages are no XML.
void WriteNarratedEpub(const std::filesystem::path& path, const std::filesystem::path& book,
                       const Script& script, const Timeline& timeline, const PublishedAudio& audio);

}  // namespace fullcast
