#include "audio/sound_survey.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "test_sounds.h"

namespace fullcast {
namespace {

TEST(SoundSurvey, WhereOneBlockEndsAndTheNextBeginsIsNoPeak) {
  SoundSurveyor surveyor(kSampleRateHz, 1);
  Samples samples = Sine(997, 0.5, std::size_t{5} * kSampleRateHz);
  samples.insert(samples.begin(), 100, 0.0F);
  samples.resize(samples.size() + 100);
  surveyor.Add(samples);
  EXPECT_NEAR(surveyor.Finish().figures.true_peak_db, 20 * std::log10(0.5), 0.02);
}

TEST(SoundSurvey, TellsHowLongItIsQuietAtBothEnds) {
  const auto room = [](double seconds) {
    return Noise(0.002, static_cast<std::size_t>(seconds * kSampleRateHz));
  };
  Samples samples = room(0.7);
  Append(samples, Sine(200, 0.1, kSampleRateHz));
  Append(samples, room(3));
  Append(samples, Sine(200, 0.1, kSampleRateHz));
  Append(samples, room(1.5));
  for (const std::size_t chunk : {std::size_t{1}, std::size_t{4096}, samples.size()}) {
    SoundSurveyor surveyor(kSampleRateHz, 1);
    for (std::size_t i = 0; i < samples.size(); i += chunk) {
      surveyor.Add(std::span(samples).subspan(i, std::min(chunk, samples.size() - i)));
    }
    const SoundSurvey survey = surveyor.Finish();
    EXPECT_NEAR(survey.head_seconds, 0.7, 0.011);
    EXPECT_NEAR(survey.tail_seconds, 1.5, 0.011);
  }
}

TEST(SoundSurvey, AHissMayEndAndBeginAtOnceAndAVowelNot) {
  const Samples vowel = Sine(610.3, 0.2, kSampleRateHz);
  const Samples hiss = Noise(0.2, kSampleRateHz);
  const auto dropouts = [](const Samples& sound, const Samples& next) {
    Samples samples = sound;
    samples.resize(samples.size() + kSampleRateHz / 50);
    Append(samples, next);
    SoundSurveyor surveyor(kSampleRateHz, 1);
    surveyor.Add(samples);
    return surveyor.Finish().dropouts.count;
  };
  EXPECT_EQ(dropouts(vowel, vowel), 1U);
  EXPECT_EQ(dropouts(hiss, vowel), 0U);
  EXPECT_EQ(dropouts(vowel, hiss), 0U);
}

TEST(SoundSurvey, SoundOfOneChannelEndsTheQuiet) {
  Samples samples(std::size_t{2} * 4 * kSampleRateHz);
  for (std::size_t i = samples.size() / 4; i < samples.size() / 2; i += 2) samples[i] = 0.1F;
  SoundSurveyor surveyor(kSampleRateHz, 2);
  surveyor.Add(samples);
  const SoundSurvey survey = surveyor.Finish();
  EXPECT_NEAR(survey.head_seconds, 1, 0.011);
  EXPECT_NEAR(survey.tail_seconds, 2, 0.011);
}

}  // namespace
}  // namespace fullcast
