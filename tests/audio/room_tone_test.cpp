#include "audio/room_tone.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "test_sounds.h"

namespace fullcast {
namespace {

Samples Tone(double level_db, std::size_t count) {
  Samples samples(count);
  RoomTone(level_db).AddTo(samples);
  return samples;
}

double RmsDb(std::span<const float> samples) {
  double power = 0;
  for (const float sample : samples) power += double{sample} * double{sample};
  return 10 * std::log10(power / static_cast<double>(samples.size()));
}

TEST(RoomTone, HasItsLevelEverywhere) {
  const Samples tone = Tone(-66, 10 * kSampleRateHz);
  EXPECT_NEAR(RmsDb(tone), -66, 0.2);
  const std::size_t half_second = kSampleRateHz / 2;
  for (std::size_t at = 0; at + half_second <= tone.size(); at += half_second) {
    EXPECT_NEAR(RmsDb(std::span(tone).subspan(at, half_second)), -66, 1.5) << at;
  }
}

TEST(RoomTone, IsAddedToWhatIsThere) {
  Samples samples(100, 0.25F);
  RoomTone(-60).AddTo(samples);
  const Samples tone = Tone(-60, 100);
  for (std::size_t i = 0; i < 100; ++i) EXPECT_FLOAT_EQ(samples[i], 0.25F + tone[i]);
}

TEST(RoomTone, DoesNotDependOnChunks) {
  const Samples whole = Tone(-60, 10'000);
  for (const std::size_t chunk : {1, 7, 1024, 4096}) {
    Samples samples(10'000);
    RoomTone tone(-60);
    for (std::size_t at = 0; at < samples.size(); at += chunk) {
      tone.AddTo(std::span(samples).subspan(at, std::min(chunk, samples.size() - at)));
    }
    EXPECT_EQ(samples, whole) << chunk;
  }
}

}  // namespace
}  // namespace fullcast
