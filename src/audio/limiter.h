// Keeping peaks below a ceiling without distortion.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/pcm.h"

namespace fullcast {

/// A look-ahead peak limiter: the gain falls smoothly over the 5 ms before a peak and recovers
/// after it; below the ceiling samples pass unchanged, bit for bit. The method is the common one
/// (sliding minimum of the wanted gain, then a moving average), as described by Signalsmith Audio,
/// "Designing a straightforward limiter".
///
/// The output is aligned with the input and as long, and does not depend on how the input is cut
/// into chunks. Sample peaks are held 0.5 dB below the ceiling, so that true peaks, which between
/// the samples of this speech rise by at most 0.4 dB, stay below it.
class Limiter {
 public:
  explicit Limiter(double ceiling_db);

  /// Whether a whole sound would come out as it is.
  [[nodiscard]] bool Passes(std::span<const float> samples) const;

  /// Appends what is ready to `output`: 5 ms less than was put in so far.
  void Process(std::span<const float> input, Samples& output);

  /// Appends the rest. The limiter is as new then.
  void Finish(Samples& output);

 private:
  using Gain = std::uint32_t;  // fixed point, so that the moving sum stays exact

  void Reset();
  float Step(float input);
  Gain LowestWanted(Gain wanted);

  float ceiling_;
  Gain release_factor_;

  struct WantedGain {
    std::uint64_t time;
    Gain gain;
  };
  std::uint64_t time_ = 0;      // samples put in so far
  std::vector<float> delayed_;  // the last samples, by time modulo the look-ahead
  std::vector<Gain> gains_;     // the gains averaged over, likewise
  std::uint64_t gain_sum_ = 0;
  Gain released_ = 0;
  std::vector<WantedGain> minima_;  // ring: ascending gains, the first is the lowest
  std::size_t minima_begin_ = 0;
  std::size_t minima_count_ = 0;
};

/// A whole sound, limited.
Samples Limited(std::span<const float> samples, double ceiling_db);

}  // namespace fullcast
