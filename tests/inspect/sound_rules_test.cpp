#include "inspect/sound_rules.h"

#include <gmock/gmock.h>

#include <cmath>

#include "inspect/findings.h"

namespace fullcast {
namespace {

using test::Broken;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr float kSpeechLufs = -18;
constexpr float kPauseLufs = -60;

struct Sound {
  AudioFileInfo file;
  DecodedSound decoded;
  SoundSurvey survey;
  Profile profile;
};

// A minute, with a pause at 20 s, where a chapter begins.
Sound GoodSound() {
  Sound sound;
  sound.file.rate_hz = 44'100;
  sound.file.channels = 1;
  sound.file.duration_seconds = sound.decoded.seconds = 60;
  sound.file.chapters = {{"One", 0, 20}, {"Two", 20, 60}};
  SoundFigures& figures = sound.survey.figures;
  figures.loudness_lufs = -18.5;
  figures.rms_db = -20;
  figures.true_peak_db = -3.5;
  figures.noise_floor_db = -70;
  figures.blocks_lufs.assign(150, kSpeechLufs);
  figures.blocks_lufs[50] = kPauseLufs;
  sound.survey.head_seconds = 0.75;
  sound.survey.tail_seconds = 2.5;
  sound.profile.loudness_lufs = -18;
  sound.profile.peak_db = -1.5;
  return sound;
}

template <typename Change>
std::set<std::string> After(const Change& change) {
  Sound sound = GoodSound();
  change(sound);
  return Broken(CheckSound(sound.file, sound.decoded, sound.survey, LimitsOf(sound.profile)));
}

TEST(CheckSound, FindsNothingInAGoodFile) {
  EXPECT_THAT(After([](auto&) {}), IsEmpty());
  EXPECT_THAT(After([](auto& sound) { sound.profile.name = "acx"; }), IsEmpty());
}

TEST(CheckSound, WantsAllOfItDecodedAndAsLongAsTold) {
  EXPECT_THAT(After([](auto& sound) { sound.decoded.damaged_packets = 1; }),
              ElementsAre("fail decoding"));
  EXPECT_THAT(After([](auto& sound) { sound.decoded.format_changes = true; }),
              ElementsAre("fail decoding"));
  EXPECT_THAT(After([](auto& sound) { sound.decoded.seconds = 59; }), ElementsAre("fail duration"));
  EXPECT_THAT(After([](auto& sound) { sound.file.duration_seconds = 0; }), IsEmpty())
      << "not every header tells";
}

TEST(CheckSound, WarnsWhereItIsWorseAndFailsWhereAStoreRefuses) {
  const auto figures = [](const std::string& profile, auto change) {
    return After([&](auto& sound) {
      sound.profile.name = profile;
      change(sound.survey.figures);
    });
  };
  EXPECT_THAT(figures("default", [](auto& of) { of.loudness_lufs = -21; }),
              ElementsAre("warn loudness"));
  EXPECT_THAT(figures("acx", [](auto& of) { of.rms_db = -23.5; }), ElementsAre("fail loudness"));
  EXPECT_THAT(figures("default", [](auto& of) { of.true_peak_db = -0.5; }),
              ElementsAre("warn peak"));
  EXPECT_THAT(figures("acx", [](auto& of) { of.true_peak_db = -2.5; }), ElementsAre("fail peak"));
  EXPECT_THAT(figures("default", [](auto& of) { of.noise_floor_db = -45; }),
              ElementsAre("warn noise"));
  EXPECT_THAT(figures("acx", [](auto& of) { of.noise_floor_db = -55; }), ElementsAre("fail noise"));
  EXPECT_THAT(figures("default", [](auto& of) { of.loudness_lufs.reset(); }),
              ElementsAre("fail loudness"));
  EXPECT_THAT(After([](auto& sound) {
                sound.profile.name = "acx";
                sound.file.rate_hz = 22'050;
              }),
              ElementsAre("fail rate"));
  EXPECT_THAT(After([](auto& sound) {
                sound.profile.name = "acx";
                sound.decoded.constant_rate = false;
              }),
              ElementsAre("fail constant_rate"));
  EXPECT_THAT(After([](auto& sound) { sound.decoded.constant_rate = false; }), IsEmpty());
}

TEST(CheckSound, WantsRoomToneAtBothEndsForAStore) {
  const auto survey = [](const std::string& profile, auto change) {
    return After([&](auto& sound) {
      sound.profile.name = profile;
      change(sound.survey);
    });
  };
  for (const double seconds : {0.4, 1.1}) {
    const auto change = [=](auto& of) { of.head_seconds = seconds; };
    EXPECT_THAT(survey("acx", change), ElementsAre("fail room_tone"));
    EXPECT_THAT(survey("default", change), IsEmpty());
  }
  for (const double seconds : {0.9, 5.1}) {
    EXPECT_THAT(survey("acx", [=](auto& of) { of.tail_seconds = seconds; }),
                ElementsAre("fail room_tone"));
  }
  const auto silence = [](auto& of) { of.figures.noise_floor_db = -HUGE_VAL; };
  EXPECT_THAT(survey("acx", silence), ElementsAre("warn room_tone"));
}

TEST(CheckSound, NamesEachDefect) {
  const auto survey = [](auto change) { return After([&](auto& sound) { change(sound.survey); }); };
  EXPECT_THAT(survey([](auto& of) { of.clipped.Add(3); }), ElementsAre("fail clipping"));
  EXPECT_THAT(survey([](auto& of) { of.clicks.Add(3); }), ElementsAre("fail clicks"));
  EXPECT_THAT(survey([](auto& of) { of.dropouts.Add(3); }), ElementsAre("fail dropouts"));
  EXPECT_THAT(survey([](auto& of) { of.longest_silence_seconds = 11; }),
              ElementsAre("warn silence"));
  EXPECT_THAT(survey([](auto& of) { of.dc_offset = -0.006; }), ElementsAre("warn dc_offset"));
  EXPECT_THAT(survey([](auto& of) { of.channel_gap_db = 21; }), ElementsAre("fail channels"));
  EXPECT_THAT(survey([](auto& of) { of.jump_db = -9; }), ElementsAre("fail level_jump"));
}

TEST(CheckSound, WantsChaptersToBeginInPauses) {
  EXPECT_THAT(After([](auto& sound) { sound.file.chapters[1].begin_seconds = 30; }),
              ElementsAre("warn chapter_marks"));
  EXPECT_THAT(After([](auto& sound) { sound.file.chapters[1].begin_seconds = 20.7; }), IsEmpty())
      << "within a second of the pause";
}

}  // namespace
}  // namespace fullcast
