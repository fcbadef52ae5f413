// How far apart two voices sound.
#pragma once

#include <array>

#include "cast/presets.h"

namespace fullcast {

/// A voice as a point: z-scored pitch, pitch's spread, brightness, tempo and MFCC 1 to 4, so that
/// the Euclidean distance of two voices grows with how easy they are to tell apart.
class VoiceSpace {
 public:
  static constexpr std::size_t kDimensions = 8;
  using Point = std::array<double, kDimensions>;

  /// Takes mean and deviation of each feature from these presets' measures.
  explicit VoiceSpace(const std::vector<Preset>& presets);

  /// Where the preset stands when it speaks with this voice: from the preset's measures, carried
  /// to the voice's pitch, range and rate. A preset that was never measured is taken for the
  /// average of its sex and age.
  [[nodiscard]] Point At(const Preset& preset, const Voice& voice) const;

  static double Distance(const Point& a, const Point& b);

 private:
  Point mean_{};
  Point deviation_{};
};

/// The median pitch in Hz of a preset when it speaks with this pitch (0 to 99).
double MedianPitchHz(const Preset& preset, int pitch);

}  // namespace fullcast
