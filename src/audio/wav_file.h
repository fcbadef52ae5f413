// WAV files, through libsndfile.
#pragma once

#include <filesystem>

#include "core/pcm.h"

namespace fullcast {

enum class WavFormat { kInt16, kFloat };

/// Writes mono sound at kSampleRateHz; the file appears when it is whole. As 16 bits, samples
/// beyond full scale are clipped. Throws Error, also for sound too long for the format (4 GB).
void WriteWav(const std::filesystem::path& path, const Samples& samples, WavFormat format);

/// Reads any file that libsndfile knows, if it is mono at kSampleRateHz. Throws Error.
Samples ReadWav(const std::filesystem::path& path);

}  // namespace fullcast
