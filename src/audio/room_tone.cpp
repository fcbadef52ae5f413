#include "audio/room_tone.h"

#include <cmath>

#include "core/pcm.h"

namespace fullcast {

namespace {

constexpr double kCornerHz = 500;
const double kSmoothing = 1 - std::exp(-2 * M_PI * kCornerHz / kSampleRateHz);

// Of noise that is evenly spread from -1 to 1, behind the low-pass.
double LowPassedRms() { return std::sqrt(kSmoothing / (2 - kSmoothing) / 3); }

}  // namespace

RoomTone::RoomTone(double level_db) : gain_(std::pow(10.0, level_db / 20) / LowPassedRms()) {}

void RoomTone::AddTo(std::span<float> samples) {
  constexpr double kHalfRange = 2147483648.0;
  for (float& sample : samples) {
    // Marsaglia, "Xorshift RNGs" (2003): 13, 17, 5.
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 17U;
    state_ ^= state_ << 5U;
    const double white = state_ / kHalfRange - 1;
    low_passed_ += kSmoothing * (white - low_passed_);
    sample += static_cast<float>(gain_ * low_passed_);
  }
}

}  // namespace fullcast
