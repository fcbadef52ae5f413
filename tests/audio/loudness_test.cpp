#include "audio/loudness.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "test_sounds.h"

namespace fullcast {
namespace {

static_assert(std::is_trivially_copyable_v<LoudnessStats>);

constexpr std::size_t kSecond = kSampleRateHz;

// EBU Tech 3341, case 1: a stereo sine of 1 kHz at -23 dBFS reads -23 LUFS; on one channel 3 LU
// less.
TEST(Loudness, ReadsASineAsTheStandardSays) {
  const LoudnessStats stats = MeasureLoudness(Sine(1000, std::pow(10.0, -20 / 20.0), 20 * kSecond));
  ASSERT_TRUE(stats.IntegratedLufs().has_value());
  EXPECT_NEAR(*stats.IntegratedLufs(), -23.0, 0.1);
  EXPECT_NEAR(stats.SamplePeakDb(), -20.0, 0.01);
}

TEST(Loudness, GatesPauses) {
  Samples samples = Sine(1000, 0.1, 20 * kSecond);
  const double alone = *MeasureLoudness(samples).IntegratedLufs();
  Append(samples, Samples(60 * kSecond));
  Append(samples, Sine(1000, 0.001, 30 * kSecond));
  EXPECT_NEAR(*MeasureLoudness(samples).IntegratedLufs(), alone, 0.2);
}

TEST(Loudness, PiecesAddUpToTheWhole) {
  Samples first = Sine(500, 0.3, 30 * kSecond);
  const Samples second = Noise(0.05, 45 * kSecond);
  LoudnessStats sum = MeasureLoudness(first);
  sum.Merge(MeasureLoudness(second));
  Append(first, second);
  const LoudnessStats whole = MeasureLoudness(first);
  EXPECT_NEAR(*sum.IntegratedLufs(), *whole.IntegratedLufs(), 0.1);
  EXPECT_EQ(sum.sample_peak, whole.sample_peak);
}

TEST(Loudness, DoesNotDependOnChunks) {
  const Samples samples = Noise(0.3, 3 * kSecond + 77);
  const LoudnessStats whole = MeasureLoudness(samples);
  for (std::size_t chunk : {1, 7, 1024, 2205, 4096}) {
    LoudnessMeter meter;
    const std::span<const float> all(samples);
    for (std::size_t at = 0; at < samples.size(); at += chunk) {
      meter.Add(all.subspan(at, std::min(chunk, samples.size() - at)));
    }
    EXPECT_EQ(meter.stats().blocks, whole.blocks) << chunk;
  }
}

TEST(Loudness, AShortLineIsAsLoudAsIfItWentOn) {
  const Samples sine = Sine(1000, 0.1, SamplesIn(1000));
  const auto first = [&](double ms) { return std::span(sine).first(SamplesIn(ms)); };
  EXPECT_NEAR(LineLufs(first(150)).value(), LineLufs(sine).value(), 0.3);
  EXPECT_EQ(LineLufs({}), std::nullopt);
}

TEST(Loudness, SilenceHasNone) {
  EXPECT_FALSE(MeasureLoudness(Samples(5 * kSecond)).IntegratedLufs().has_value());
  EXPECT_FALSE(MeasureLoudness({}).IntegratedLufs().has_value());
  EXPECT_FALSE(MeasureLoudness(Sine(500, 0.5, kSecond / 4)).IntegratedLufs().has_value());
  EXPECT_TRUE(std::isinf(MeasureLoudness({}).SamplePeakDb()));
}

TEST(Loudness, OverloadIsCountedInTheLastStep) {
  EXPECT_GT(*MeasureLoudness(Sine(1000, 100, kSecond)).IntegratedLufs(), 9.0);
}

}  // namespace
}  // namespace fullcast
