// A W3C audiobook.
#pragma once

#include <filesystem>
#include <string>

#include "core/script.h"
#include "core/timeline.h"
#include "publish/epub.h"

namespace fullcast {

/// Writes a Lightweight Packaging Format archive with a W3C Audiobooks manifest (publication.json),
/// the sound, the contents as index.html, and the cover if it is not empty. Throws Error.
void WriteLpf(const std::filesystem::path& path, const Script& script, const Timeline& timeline,
              const PublishedAudio& audio, const std::string& cover);

}  // namespace fullcast
