#include "audio/trim.h"

#include <gtest/gtest.h>

#include <cmath>
#include <initializer_list>

#include "test_sounds.h"

namespace fullcast {
namespace {

Samples Joined(std::initializer_list<Samples> parts) {
  Samples joined;
  for (const Samples& part : parts) Append(joined, part);
  return joined;
}

TEST(Trim, FindsSpeechBetweenSilence) {
  const SoundSpan span = FindSpeech(Joined({Samples(2000), Sine(200, 0.5, 8000), Samples(3000)}));
  EXPECT_NEAR(static_cast<double>(span.begin), 2000 - 176, 110);
  EXPECT_NEAR(static_cast<double>(span.end), 10000 + 330, 110);
  EXPECT_LE(span.begin, 2000U - SamplesIn(8) + 1);
  EXPECT_GE(span.end, 10000U + SamplesIn(10));
}

TEST(Trim, BreathNoiseIsNoSpeech) {
  const double breath = std::pow(10.0, -59 / 20.0) * std::sqrt(3.0);  // -59 dBFS RMS
  const SoundSpan span =
      FindSpeech(Joined({Noise(breath, 4000), Sine(200, 0.5, 8000), Noise(breath, 6000)}));
  EXPECT_NEAR(static_cast<double>(span.begin), 4000 - 176, 110);
  EXPECT_NEAR(static_cast<double>(span.end), 12000 + 330, 110);
}

TEST(Trim, SoftConsonantsAreSpeech) {
  const double soft = std::pow(10.0, -50 / 20.0) * std::sqrt(3.0);
  const SoundSpan span = FindSpeech(Joined(
      {Samples(2000), Noise(soft, 1500), Sine(200, 0.5, 8000), Noise(soft, 1500), Samples(2000)}));
  EXPECT_LE(span.begin, 2000U);
  EXPECT_GE(span.end, 13000U);
}

TEST(Trim, QuietSpeechIsSpeech) {
  const SoundSpan span = FindSpeech(Joined({Samples(3000), Sine(200, 0.003, 4000), Samples(3000)}));
  EXPECT_LE(span.begin, 3000U);
  EXPECT_GE(span.end, 7000U);
}

TEST(Trim, CutsAndFadesWithoutAClick) {
  Samples samples = Joined({Samples(2000), Sine(200, 0.5, 8000), Samples(3000)});
  const std::size_t cut = TrimSilence(samples);
  EXPECT_NEAR(static_cast<double>(cut), 2000 - 176, 110);
  EXPECT_LT(samples.size(), 8800U);

  Samples abrupt(5000, 0.5F);
  EXPECT_EQ(TrimSilence(abrupt), 0U);
  EXPECT_EQ(abrupt.size(), 5000U);
  EXPECT_LT(std::abs(abrupt.front()), 0.01F);
  EXPECT_LT(std::abs(abrupt.back()), 0.01F);
  for (std::size_t i = 1; i < abrupt.size(); ++i) {
    ASSERT_LT(std::abs(abrupt[i] - abrupt[i - 1]), 0.02F) << i;
  }
}

TEST(Trim, SilenceAndShortSoundsAreHandled) {
  Samples empty;
  EXPECT_EQ(TrimSilence(empty), 0U);
  Samples silence(5000);
  TrimSilence(silence);
  EXPECT_TRUE(silence.empty());
  for (std::size_t length : {1, 2, 7, 109, 110, 111}) {
    Samples samples(length, 0.5F);
    EXPECT_EQ(TrimSilence(samples), 0U);
    EXPECT_EQ(samples.size(), length);
  }
}

}  // namespace
}  // namespace fullcast
