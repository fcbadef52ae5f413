// One voice, heard by itself.
#pragma once

#include <filesystem>

#include "speech/synthesizer.h"

namespace fullcast {

/// Speaks the utterance, as it would sound in a book, into a WAV file. Throws Error.
void SpeakSample(const Utterance& utterance, const std::filesystem::path& path);

}  // namespace fullcast
