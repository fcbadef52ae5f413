// Taking away what lies below every voice.
#pragma once

#include <span>

namespace fullcast {

/// A Butterworth high-pass of the second order (12 dB an octave), after R. Bristow-Johnson's "Audio
/// EQ Cookbook". The result does not depend on how the sound is cut into chunks.
class HighPass {
 public:
  /// `cutoff_hz`: where it takes 3 dB away.
  explicit HighPass(double cutoff_hz);

  /// Filters the samples in place; they follow those of the last call.
  void Process(std::span<float> samples);

 private:
  // y = b (x - 2 x1 + x2) - a1 y1 - a2 y2
  double b_;
  double a1_;
  double a2_;
  double x1_ = 0;
  double x2_ = 0;
  double y1_ = 0;
  double y2_ = 0;
};

}  // namespace fullcast
