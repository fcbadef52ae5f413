// Sounds of the user's, to be heard between the lines of a book.
#pragma once

#include <filesystem>

#include "core/pcm.h"

namespace fullcast {

/// How long such a sound may be.
inline constexpr double kLongestSoundMinutes = 10;

/// Reads a file that libsndfile knows (WAV, FLAC, Ogg and others), at any rate and with any number
/// of channels, as a book's sound: mono at kSampleRateHz, brought to -18 LUFS as voices are, faded
/// in and out. Throws Error: no sound file, damaged, silent, too long.
Samples ReadSound(const std::filesystem::path& path);

}  // namespace fullcast
