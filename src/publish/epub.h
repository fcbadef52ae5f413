// An EPUB that reads itself aloud.
#pragma once

#include <filesystem>
#include <string>

#include "core/script.h"
#include "core/timeline.h"

namespace fullcast {

/// The sound of a book and where it lies.
struct PublishedAudio {
  std::filesystem::path folder;  ///< of the timeline's files
  std::string media_type;        ///< "audio/mpeg", "audio/mp4", ...
};

/// Writes an EPUB 3 with Media Overlays: a page a chapter, every segment synchronised with its
/// sound, which is in the EPUB; the cover, if it is not empty, are the bytes of a JPEG or PNG.
/// Throws Error.
void WriteEpub(const std::filesystem::path& path, const Script& script, const Timeline& timeline,
               const PublishedAudio& audio, const std::string& cover);

}  // namespace fullcast
