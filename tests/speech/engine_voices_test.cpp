#include "speech/engine_voices.h"

#include <gmock/gmock.h>

#include "core/error.h"

namespace fullcast {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Field;
using testing::HasSubstr;

Voice WithVoice(const std::string& file) {
  Voice voice;
  voice.engine_voice = file;
  return voice;
}

Voice WithVariant(const std::string& file) {
  Voice voice;
  voice.variant = file;
  return voice;
}

TEST(EngineVoices, ListsVoicesWithTheirLanguages) {
  EXPECT_THAT(ListEngineVoices(), Contains(AllOf(Field(&EngineVoice::file, "gmw/en-US"),
                                                 Field(&EngineVoice::name, "English (America)"),
                                                 Field(&EngineVoice::language, "en-us"))));
}

TEST(EngineVoices, ListsVariantsWithTheirGender) {
  EXPECT_THAT(ListEngineVariants(),
              Contains(AllOf(Field(&EngineVoice::file, "f3"), Field(&EngineVoice::name, "female3"),
                             Field(&EngineVoice::gender, Gender::kFemale))));
}

TEST(EngineVoices, EveryListedVoicePassesTheCheck) {
  for (const EngineVoice& listed : ListEngineVoices()) {
    EXPECT_NO_THROW(CheckVoice(WithVoice(listed.file))) << listed.file;
  }
  for (const EngineVoice& listed : ListEngineVariants()) {
    EXPECT_NO_THROW(CheckVoice(WithVariant(listed.file))) << listed.file;
  }
}

TEST(EngineVoices, NamesWhatIsMissing) {
  try {
    CheckVoice(WithVariant("nonsense"));
    FAIL() << "an unknown variant passed";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("no variant 'nonsense'"));
  }
}

TEST(EngineVoices, RefusesWhatIsNoVoiceFile) {
  for (const char* name : {"", "en-us", "gmw", "/etc/passwd", "../phontab", "gmw/en-US+f3"}) {
    EXPECT_THROW(CheckVoice(WithVoice(name)), Error) << name;
  }
}

TEST(EngineVoices, RefusesSettingsOutOfRange) {
  Voice voice;
  voice.rate_wpm = 450;
  EXPECT_THROW(CheckVoice(voice), Error);
  voice = {};
  voice.pitch = -1;
  EXPECT_THROW(CheckVoice(voice), Error);
  voice = {};
  voice.pitch_range = 100;
  EXPECT_THROW(CheckVoice(voice), Error);
}

}  // namespace
}  // namespace fullcast
