#include "audio/high_pass.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "test_sounds.h"

namespace fullcast {
namespace {

Samples Filtered(Samples samples, double cutoff_hz) {
  HighPass(cutoff_hz).Process(samples);
  return samples;
}

// Behind the first second, where the filter has settled.
double GainDb(double hz, double cutoff_hz) {
  const Samples samples = Filtered(Sine(hz, 0.5, 3 * kSampleRateHz), cutoff_hz);
  double power = 0;
  for (std::size_t i = kSampleRateHz; i < samples.size(); ++i) {
    power += double{samples[i]} * double{samples[i]};
  }
  return 10 * std::log10(power / (2.0 * kSampleRateHz) / 0.125);
}

TEST(HighPass, TakesAwayWhatIsLow) {
  EXPECT_NEAR(GainDb(50, 50), -3, 0.1);
  EXPECT_NEAR(GainDb(12.5, 50), -24, 0.3);
  EXPECT_NEAR(GainDb(200, 50), 0, 0.1);
  EXPECT_NEAR(GainDb(5000, 50), 0, 0.05);
}

TEST(HighPass, TakesAwayAnOffset) {
  const Samples samples = Filtered(Samples(kSampleRateHz, 0.3F), 50);
  EXPECT_LT(std::abs(samples.back()), 1e-6F);
}

TEST(HighPass, DoesNotDependOnChunks) {
  const Samples noise = Noise(0.5, 10'000);
  const Samples whole = Filtered(noise, 50);
  for (const std::size_t chunk : {1, 7, 1024, 4096}) {
    Samples samples = noise;
    HighPass filter(50);
    for (std::size_t at = 0; at < samples.size(); at += chunk) {
      filter.Process(std::span(samples).subspan(at, std::min(chunk, samples.size() - at)));
    }
    EXPECT_EQ(samples, whole) << chunk;
  }
}

}  // namespace
}  // namespace fullcast
