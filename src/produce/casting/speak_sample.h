// One voice, heard by itself.
#pragma once

#include <filesystem>

#include "audio/profile.h"
#include "speech/synthesizer.h"

namespace fullcast {

/// Speaks the utterance, as it would sound in a book of this profile, into a WAV file. Throws
/// Error.
void SpeakSample(const Utterance& utterance, const Profile& profile,
                 const std::filesystem::path& path);

}  // namespace fullcast
