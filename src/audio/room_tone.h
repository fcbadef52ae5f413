// The sound of a quiet room.
#pragma once

#include <span>

#include "audio/white_noise.h"

namespace fullcast {

/// Noise that falls by 6 dB an octave above 500 Hz, the same for every piece of a book: so a piece
/// depends on nothing around it. Where two pieces meet, one noise goes over into another one of the
/// same level, which nobody hears. The result does not depend on how the sound is cut into chunks.
class RoomTone {
 public:
  /// `level_db`: RMS, in dBFS.
  explicit RoomTone(double level_db);

  /// Adds the tone to the samples, which follow those of the last call.
  void AddTo(std::span<float> samples);

 private:
  WhiteNoise noise_;
  double gain_;
  double low_passed_ = 0;
};

}  // namespace fullcast
