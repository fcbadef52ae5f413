#include "audio/limiter.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "test_sounds.h"

namespace fullcast {
namespace {

double PeakDb(const Samples& samples) {
  float peak = 0;
  for (const float sample : samples) peak = std::max(peak, std::abs(sample));
  return 20 * std::log10(peak);
}

// Quiet, then far too loud, single peaks, quiet again.
Samples Lively() {
  Samples samples = Sine(200, 0.3, 5000);
  Append(samples, Sine(150, 2.5, 8000));
  Append(samples, Sine(300, 0.2, 9000));
  for (std::size_t i = 0; i < samples.size(); i += 3001) samples[i] = -1.9F;
  Append(samples, Noise(1.5, 3000));
  return samples;
}

TEST(Limiter, KnowsWhatItLeavesAlone) {
  Samples samples = Noise(0.8, 10000);
  EXPECT_TRUE(Limiter(-1).Passes(samples));
  samples[7000] = -0.9F;
  EXPECT_FALSE(Limiter(-1).Passes(samples));
  EXPECT_TRUE(Limiter(0).Passes(samples));
}

TEST(Limiter, PassesQuietSoundUnchanged) {
  const Samples quiet = Noise(0.8, 10000);
  EXPECT_EQ(Limited(quiet, -1), quiet);
}

TEST(Limiter, HoldsTheCeilingWithItsMargin) {
  const Samples lively = Lively();
  const Samples samples = Limited(lively, -1);
  EXPECT_EQ(samples.size(), lively.size());
  EXPECT_LE(PeakDb(samples), -1.5 + 1e-6);
  EXPECT_GT(PeakDb(samples), -1.6);
}

TEST(Limiter, KeepsTheSoundInPlaceAndRecovers) {
  Samples samples = Sine(200, 0.3, 44100);
  samples[5000] = 3.0F;
  const Samples limited = Limited(samples, -1);
  EXPECT_EQ(std::max_element(limited.begin(), limited.end()) - limited.begin(), 5000);
  const auto same = [&](std::size_t begin, std::size_t end) {
    return std::equal(samples.begin() + static_cast<std::ptrdiff_t>(begin),
                      samples.begin() + static_cast<std::ptrdiff_t>(end),
                      limited.begin() + static_cast<std::ptrdiff_t>(begin));
  };
  EXPECT_TRUE(same(0, 5000 - SamplesIn(6)));
  EXPECT_FALSE(same(5001, 6000));
  EXPECT_NEAR(limited[12000], samples[12000], 0.01);
  EXPECT_TRUE(same(40000, 44100));
}

TEST(Limiter, GainMovesSmoothly) {
  Samples steady(20000, 0.5F);
  steady[10000] = 4.0F;
  steady = Limited(steady, -1);
  for (std::size_t i = 1; i < steady.size(); ++i) {
    const bool at_peak = i == 10000 || i == 10001;
    EXPECT_TRUE(at_peak || std::abs(steady[i] - steady[i - 1]) < 0.01F) << i;
  }
}

TEST(Limiter, OutputDoesNotDependOnChunks) {
  const Samples input = Lively();
  const Samples whole = Limited(input, -3);
  Limiter limiter(-3);  // one for all: Finish() makes it as new
  for (std::size_t chunk = 1; chunk <= 4096; chunk += chunk < 130 ? 1 : 61) {
    Samples output;
    const std::span<const float> all(input);
    for (std::size_t at = 0; at < input.size(); at += chunk) {
      limiter.Process(all.subspan(at, std::min(chunk, input.size() - at)), output);
    }
    limiter.Finish(output);
    ASSERT_EQ(output, whole) << "chunks of " << chunk;
  }
}

TEST(Limiter, ShortSoundsKeepTheirLength) {
  for (std::size_t length : {0, 1, 2, 50, 109, 110, 111, 300}) {
    const Samples samples = Limited(Samples(length, 2.0F), 0);
    EXPECT_EQ(samples.size(), length);
    for (const float sample : samples) EXPECT_LE(sample, 1.0F);
  }
}

}  // namespace
}  // namespace fullcast
