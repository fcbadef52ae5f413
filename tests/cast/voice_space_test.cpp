#include "cast/voice_space.h"

#include <gtest/gtest.h>

#include "cast/samples.h"

namespace fullcast {
namespace {

class VoiceSpaceTest : public testing::Test {
 protected:
  double Distance(const std::string& a, const std::string& b) const {
    const Preset& one = *presets.Find(a);
    const Preset& other = *presets.Find(b);
    return VoiceSpace::Distance(space.At(one, one.voice), space.At(other, other.voice));
  }

  const Presets presets = samples::Shipped();
  const VoiceSpace space{presets.OfLanguage("en")};
};

TEST_F(VoiceSpaceTest, PutsAManFurtherFromAWomanThanFromAnotherMan) {
  EXPECT_EQ(Distance("henry", "henry"), 0);
  EXPECT_LT(Distance("henry", "duncan"), Distance("henry", "clara"));
  EXPECT_EQ(Distance("henry", "clara"), Distance("clara", "henry"));
}

TEST_F(VoiceSpaceTest, MovesAVoiceWithItsPitchAndRate) {
  const Preset& henry = *presets.Find("henry");
  Voice higher = henry.voice;
  higher.pitch += 6;
  Voice much_higher = henry.voice;
  much_higher.pitch += 12;
  const auto from = space.At(henry, henry.voice);
  EXPECT_GT(VoiceSpace::Distance(from, space.At(henry, higher)), 0.1);
  EXPECT_GT(VoiceSpace::Distance(from, space.At(henry, much_higher)),
            VoiceSpace::Distance(from, space.At(henry, higher)));
}

TEST_F(VoiceSpaceTest, GuessesWhereAnUnmeasuredPresetStands) {
  Preset preset;
  preset.sex = Gender::kFemale;
  EXPECT_NEAR(MedianPitchHz(preset, 50), 200, 1);
  EXPECT_NEAR(MedianPitchHz(*presets.Find("alice"), presets.Find("alice")->voice.pitch),
              presets.Find("alice")->measured->f0_hz, 1e-9);
}

}  // namespace
}  // namespace fullcast
