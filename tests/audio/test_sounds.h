// Sounds that tests make.
#pragma once

#include <cmath>
#include <cstdint>

#include "core/pcm.h"

namespace fullcast {

inline Samples Sine(double hz, double amplitude, std::size_t count) {
  Samples samples(count);
  for (std::size_t i = 0; i < count; ++i) {
    samples[i] = static_cast<float>(
        amplitude * std::sin(2 * M_PI * hz * static_cast<double>(i) / kSampleRateHz));
  }
  return samples;
}

/// White noise, the same in every run (a linear congruential generator).
inline Samples Noise(double amplitude, std::size_t count) {
  Samples samples(count);
  std::uint32_t state = 1;
  for (float& sample : samples) {
    state = state * 1664525U + 1013904223U;
    sample = static_cast<float>(amplitude * (static_cast<double>(state >> 8U) / 8388608.0 - 1.0));
  }
  return samples;
}

inline void Append(Samples& to, const Samples& more) {
  to.insert(to.end(), more.begin(), more.end());
}

}  // namespace fullcast
