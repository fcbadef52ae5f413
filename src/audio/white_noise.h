// Noise that is the same in every run.
#pragma once

#include <cstdint>

namespace fullcast {

/// Evenly spread from -1 to 1, all frequencies alike: an RMS of 1 / sqrt(3).
class WhiteNoise {
 public:
  double Next() {
    // Marsaglia, "Xorshift RNGs" (2003): 13, 17, 5.
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 17U;
    state_ ^= state_ << 5U;
    constexpr double kHalfRange = 2147483648.0;
    return state_ / kHalfRange - 1;
  }

 private:
  std::uint32_t state_ = 0x9E3779B9U;
};

}  // namespace fullcast
