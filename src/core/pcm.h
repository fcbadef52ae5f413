// Sound as plain values: mono, 32-bit float, nominal range -1 to 1.
#pragma once

#include <cstddef>
#include <vector>

namespace fullcast {

/// eSpeak NG's rate, kept from synthesis to the encoder.
inline constexpr int kSampleRateHz = 22050;

using Samples = std::vector<float>;

/// Samples in a time at kSampleRateHz, rounded down.
constexpr std::size_t SamplesIn(double ms) {
  return ms <= 0 ? 0 : static_cast<std::size_t>(ms * kSampleRateHz / 1000.0);
}

}  // namespace fullcast
