#include "audio/sound_survey.h"

#include <gtest/gtest.h>

#include <cmath>

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

}  // namespace
}  // namespace fullcast
