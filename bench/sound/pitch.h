// The pitch of speech.
#pragma once

#include <vector>

#include "core/pcm.h"

namespace fullcast {

/// The melody of a stretch of speech.
struct Melody {
  std::vector<double> pitch_hz;  ///< of the voiced frames, ascending, without slips of an octave
  double voiced_share = 0;       ///< of the frames that sound
  double hiss_share = 0;         ///< the power above 2 kHz in the whole

  [[nodiscard]] double PercentileHz(double percent) const;
  [[nodiscard]] double MedianHz() const { return PercentileHz(50); }

  /// From the 10th to the 90th percentile.
  [[nodiscard]] double RangeSemitones() const;
};

/// Frames of 40 ms, 10 ms apart, by normalised autocorrelation from 60 to 450 Hz.
Melody MelodyOf(const Samples& samples);

}  // namespace fullcast
