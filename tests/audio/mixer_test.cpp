#include "audio/mixer.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "test_sounds.h"

namespace fullcast {
namespace {

std::size_t SilenceAtEnd(const Samples& samples) {
  const auto last = std::find_if(samples.rbegin(), samples.rend(), [](float s) { return s != 0; });
  return static_cast<std::size_t>(last - samples.rbegin());
}

TEST(Mixer, CountsEverySample) {
  Mixer mixer;
  mixer.AddSpeech(Samples(1000, 0.5F), 0);
  EXPECT_EQ(mixer.position(), 1000U);
  mixer.AddSilence(234);
  EXPECT_EQ(mixer.position(), 1234U);
  mixer.AddSpeech(Samples(500, -0.25F), 0);
  EXPECT_EQ(mixer.position(), 1734U);

  const Samples piece = mixer.Finish({}, {1024, 1024});
  EXPECT_EQ(piece.size(), 3072U);  // 1734 + at least 1024, up to a multiple
  EXPECT_EQ(piece[999], 0.5F);
  EXPECT_EQ(piece[1000], 0.0F);
  EXPECT_EQ(piece[1233], 0.0F);
  EXPECT_EQ(piece[1234], -0.25F);
  EXPECT_EQ(SilenceAtEnd(piece), 3072U - 1734U);
  EXPECT_EQ(mixer.position(), 0U);
}

TEST(Mixer, PausesCountAsSilenceAtTheEnd) {
  Mixer mixer;
  mixer.AddSpeech(Samples(1048, 0.5F), 0);
  mixer.AddSilence(1000);
  EXPECT_EQ(mixer.Finish({}, {1024, 1000}).size(), 2048U);
  mixer.AddSpeech(Samples(1048, 0.5F), 0);
  mixer.AddSilence(1000);
  EXPECT_EQ(mixer.Finish({}, {1024, 1001}).size(), 3072U);
  mixer.AddSilence(700);
  mixer.AddSilence(800);
  EXPECT_EQ(mixer.Finish({}, {1024, 1024}).size(), 2048U);
}

TEST(Mixer, NothingGivesASilentEnd) {
  Mixer mixer;
  EXPECT_EQ(mixer.Finish({}, {1024, 1024}), Samples(1024, 0.0F));
  mixer.AddSpeech({}, 3);
  EXPECT_EQ(mixer.Finish({}, {1024, 1024}), Samples(1024, 0.0F));
}

TEST(Mixer, AppliesGainAndLimits) {
  Mixer mixer;
  mixer.AddSpeech(Samples(10, 0.1F), 6.0206);
  EXPECT_NEAR(mixer.Finish({}, {1, 0})[5], 0.2, 1e-4);
  mixer.AddSpeech(Sine(200, 0.5, 5000), 20);
  for (const float sample : mixer.Finish({}, {1, 0})) EXPECT_LE(std::abs(sample), 0.8415);
}

TEST(Mixer, TheEndStaysSilentBehindALimitedPeak) {
  Mixer mixer;
  mixer.AddSpeech(Sine(200, 2.0, 3000), 0);
  EXPECT_GE(SilenceAtEnd(mixer.Finish({}, {1024, 1024})), 1024U);
}

TEST(Mixer, PausesHoldTheToneOfTheRoom) {
  Profile profile;
  profile.room_tone_db = -60;
  Mixer mixer;
  mixer.AddSpeech(Sine(200, 0.5, 3000), 0);
  mixer.AddSilence(4000);
  const Samples piece = mixer.Finish(profile, {1024, 1024});
  EXPECT_EQ(std::count(piece.begin() + 3000, piece.end(), 0.0F), 0);
  for (std::size_t i = 3500; i < piece.size(); ++i) EXPECT_LT(std::abs(piece[i]), 0.01F);

  profile.peak_db = -20;
  mixer.AddSpeech(Sine(200, 0.5, 3000), 0);
  for (const float sample : mixer.Finish(profile, {1, 0})) EXPECT_LE(std::abs(sample), 0.1F);
}

}  // namespace
}  // namespace fullcast
