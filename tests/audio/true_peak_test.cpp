#include "audio/true_peak.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "test_sounds.h"

namespace fullcast {
namespace {

TEST(TruePeak, IsFoundBetweenSamples) {
  // A quarter of the rate, 45 degrees off: every sample is 3 dB below the wave's crest.
  Samples samples(4'000);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    samples[i] = static_cast<float>(0.5 * std::sin(M_PI / 2 * static_cast<double>(i) + M_PI / 4));
  }
  EXPECT_NEAR(TruePeakDb(samples, kSampleRateHz), 20 * std::log10(0.5), 0.3);
}

TEST(TruePeak, IsTheHighestOfAll) {
  constexpr std::size_t kTwoPeriods = 147;  // whole ones, so that nothing jumps
  Samples samples = Sine(300, 0.3, 200 * kTwoPeriods);
  Append(samples, Sine(300, 0.8, 14 * kTwoPeriods));
  Append(samples, Sine(300, 0.4, 200 * kTwoPeriods));
  EXPECT_NEAR(TruePeakDb(samples, kSampleRateHz), 20 * std::log10(0.8), 0.1);
}

TEST(TruePeak, MayLieWhereTheSamplesAreNotTheHighest) {
  Samples samples = Sine(300, 0.85, 147 * 50);
  samples.resize(10'000);
  // A quarter of the rate: each sample is 3 dB below the crest.
  for (int n = 0; n < 400; ++n) {
    const double window = std::sin(M_PI * n / 400);
    samples.push_back(static_cast<float>(window * std::sin(M_PI / 2 * n + M_PI / 4)));
  }
  const float highest = *std::max_element(samples.begin(), samples.end());
  EXPECT_FLOAT_EQ(highest, *std::max_element(samples.begin(), samples.begin() + 147 * 50));
  EXPECT_GT(TruePeakDb(samples, kSampleRateHz), 20 * std::log10(highest) + 1);
}

TEST(TruePeak, OfSilenceIsNone) {
  EXPECT_EQ(TruePeakDb({}, kSampleRateHz), -INFINITY);
  EXPECT_EQ(TruePeakDb(Samples(1'000), kSampleRateHz), -INFINITY);
}

}  // namespace
}  // namespace fullcast
