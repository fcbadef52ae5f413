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
  for (float& sample : samples) {
    low_passed_ += kSmoothing * (noise_.Next() - low_passed_);
    sample += static_cast<float>(gain_ * low_passed_);
  }
}

}  // namespace fullcast
