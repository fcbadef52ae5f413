// What a finished audiobook sounds like, as ffmpeg decodes it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace fullcast {

/// A stretch of an audiobook.
struct StretchFigures {
  std::string title;
  double seconds = 0;
  double lufs = 0;             ///< integrated, BS.1770
  double true_peak_db = 0;     ///< dBTP
  double rms_db = 0;           ///< of all samples, pauses too
  double sample_peak_db = 0;   ///< dBFS
  double noise_floor_db = 0;   ///< RMS of the quietest half second
  double head_s = 0;           ///< before the first sound above -45 dBFS
  double tail_s = 0;           ///< behind the last one
  double longest_zero_ms = 0;  ///< digital silence
};

struct FileFigures {
  StretchFigures whole;
  std::vector<StretchFigures> chapters;  ///< at least one
};

/// Decodes a file that ffmpeg knows and measures it and its chapters. Throws Error if it can't be.
FileFigures MeasureFile(const std::string& path);

}  // namespace fullcast
