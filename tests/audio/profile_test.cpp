#include "audio/profile.h"

#include <gmock/gmock.h>

#include "core/error.h"
#include "core/pcm.h"
#include "support/paths.h"

namespace fullcast {
namespace {

using testing::HasSubstr;

std::string Complaint(std::string_view text) {
  try {
    ParseProfile(text, "p.json");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Profile, TheShippedOneIsTheDefault) {
  EXPECT_EQ(ReadProfile(test::SourceFolder() / "voices/profiles/default.json"), Profile{});
}

TEST(Profile, PausesScaleWithTheRate) {
  const Profile profile;
  EXPECT_EQ(profile.PauseSamples(Pause::kNone, 175), 0U);
  EXPECT_EQ(profile.PauseSamples(Pause::kSentence, 175), SamplesIn(350));
  EXPECT_EQ(profile.PauseSamples(Pause::kSentence, 350), SamplesIn(175));
  EXPECT_EQ(profile.PauseSamples(Pause::kChapter, 140), SamplesIn(3125));
}

TEST(Profile, KeepsWhatAFileDoesNotName) {
  const Profile profile =
      ParseProfile(R"({"name": "slow", "pauses_ms": {"scene": 3000}, "peak_db": -3})", "p.json");
  Profile expected;
  expected.name = "slow";
  expected.pauses_ms[static_cast<std::size_t>(Pause::kScene)] = 3000;
  expected.peak_db = -3;
  EXPECT_EQ(profile, expected);
}

TEST(Profile, AllThatAreShippedCanBeRead) {
  for (const std::string name : {"default", "acx", "quiet", "none"}) {
    EXPECT_EQ(ReadProfile(test::SourceFolder() / "voices/profiles" / (name + ".json")).name, name);
  }
}

TEST(Profile, LevelsMayBeLeftOut) {
  const Profile profile = ParseProfile(
      R"({"loudness_lufs": null, "room_tone_db": -66, "high_pass_hz": 0, "sample_rate_hz": 44100})",
      "p.json");
  EXPECT_FALSE(profile.loudness_lufs.has_value());
  EXPECT_EQ(profile.room_tone_db, -66);
  EXPECT_EQ(profile.high_pass_hz, 0);
  EXPECT_EQ(profile.sample_rate_hz, 44'100);
}

TEST(Profile, PointsAtMistakes) {
  EXPECT_THAT(Complaint("{\"pauses_ms\":\n {\"scenes\": 1}}"), HasSubstr("p.json:2"));
  EXPECT_THAT(Complaint("{\"pauses_ms\": {\"scene\": -1}}"), HasSubstr("p.json:1"));
  EXPECT_THAT(Complaint("{\"loudness\": -18}"), HasSubstr("loudness"));
  EXPECT_NE(Complaint("{\"loudness_lufs\": 5}"), "");
  EXPECT_NE(Complaint("{\"reference_rate_wpm\": 0}"), "");
  EXPECT_THAT(Complaint("{\"sample_rate_hz\": 48000}"), HasSubstr("44100"));
  EXPECT_THAT(Complaint("{\"pauses_ms\": {\"scenes\": 1}}"), HasSubstr("ellipsis"));
  EXPECT_NE(Complaint("{\"room_tone_db\": -20}"), "");
  EXPECT_NE(Complaint("[]"), "");
}

}  // namespace
}  // namespace fullcast
