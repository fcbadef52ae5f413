#include "audio/whisper.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "test_sounds.h"

namespace fullcast {
namespace {

constexpr std::size_t kPeriod = kSampleRateHz / 150;

// A tone of 150 Hz with its overtones, as a glottis makes it.
Samples Tone() {
  Samples samples(kSampleRateHz);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    samples[i] = 0.4F * static_cast<float>(i % kPeriod) / float{kPeriod} - 0.2F;
  }
  return samples;
}

double Power(const Samples& samples) {
  double power = 0;
  for (const float sample : samples) power += double{sample} * double{sample};
  return power;
}

// How like a sound is to itself one period later, from -1 to 1.
double Periodicity(const Samples& samples) {
  double product = 0;
  for (std::size_t i = kPeriod; i < samples.size(); ++i) {
    product += double{samples[i]} * double{samples[i - kPeriod]};
  }
  return product / Power(samples);
}

Samples Whispered(Samples samples, double share) {
  Whisper(samples, share);
  return samples;
}

TEST(Whisper, LeavesNoToneAndAllThePower) {
  const Samples tone = Tone();
  const Samples whispered = Whispered(tone, 1);
  EXPECT_EQ(whispered.size(), tone.size());
  EXPECT_GT(Periodicity(tone), 0.95);
  EXPECT_LT(std::abs(Periodicity(whispered)), 0.2);
  EXPECT_NEAR(10 * std::log10(Power(whispered) / Power(tone)), 0, 0.5);
}

TEST(Whisper, GoesAsFarAsItsShare) {
  double last = Periodicity(Tone());
  for (const double share : {0.25, 0.5, 0.75, 1.0}) {
    const double now = Periodicity(Whispered(Tone(), share));
    EXPECT_LT(now, last) << share;
    last = now;
  }
  EXPECT_EQ(Whispered(Tone(), 0), Tone());
}

TEST(Whisper, KeepsSilenceSilentAndIsTheSameEveryTime) {
  Samples sound(8'000);
  Append(sound, Sine(200, 0.5, 4'000));
  sound.resize(20'000);
  const Samples whispered = Whispered(sound, 1);
  EXPECT_TRUE(std::all_of(whispered.begin(), whispered.begin() + 7'400,
                          [](float sample) { return sample == 0; }));
  EXPECT_TRUE(std::all_of(whispered.begin() + 12'600, whispered.end(),
                          [](float sample) { return sample == 0; }));
  EXPECT_EQ(whispered, Whispered(sound, 1));
}

TEST(Whisper, HoldsForAnySound) {
  for (const Samples& sound : {Samples(), Samples(1, 0.5F), Samples(3'000, 1.0F), Noise(1, 5'000),
                               Samples(2'000, 1e-30F)}) {
    for (const float sample : Whispered(sound, 1)) ASSERT_TRUE(std::isfinite(sample));
  }
}

}  // namespace
}  // namespace fullcast
