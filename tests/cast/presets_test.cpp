#include "cast/presets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "cast/samples.h"
#include "core/error.h"

namespace fullcast {
namespace {

using testing::HasSubstr;

std::string ErrorOf(const std::string& text) {
  try {
    Presets::Parse(text, "presets.json");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Presets, AreReadFromJson) {
  const Presets presets = Presets::Parse(R"({"presets": [
    {"name": "alice", "sex": "female", "age": "young", "language": "en-GB", "quality": 9,
     "voice": "gmw/en", "variant": "f3", "pitch": 54, "range": 56, "rate": 178, "gain": 6.6}]})",
                                         "presets.json");
  const Preset* alice = presets.Find("alice");
  ASSERT_NE(alice, nullptr);
  EXPECT_EQ(alice->sex, Gender::kFemale);
  EXPECT_EQ(alice->age, Age::kYoung);
  EXPECT_EQ(alice->quality, 9);
  EXPECT_FALSE(alice->narrator);
  EXPECT_FALSE(alice->measured);
  const Voice voice{"gmw/en", "f3", 54, 56, 178, 6.6};
  EXPECT_EQ(alice->voice, voice);
}

TEST(Presets, NeedNoMoreThanNameSexLanguageAndVoice) {
  const Presets presets = Presets::Parse(
      R"({"presets": [{"name": "x", "sex": "male", "language": "en", "voice": "gmw/en"}]})", "p");
  Voice voice;
  voice.engine_voice = "gmw/en";
  EXPECT_EQ(presets.Find("x")->voice, voice);
}

TEST(Presets, NameThePlaceOfAMistake) {
  EXPECT_THAT(ErrorOf("{\"presets\": [\n {\"name\": \"x\", \"sxe\": \"male\"}]}"),
              HasSubstr("presets.json:2:23: unknown field \"sxe\""));
  EXPECT_THAT(
      ErrorOf("{\"presets\": [\n {\"name\": \"x\", \"sex\": \"male\", \"language\": \"en\",\n"
              "  \"voice\": \"gmw/en\", \"pitch\": 120}]}"),
      HasSubstr("presets.json:3:"));
  EXPECT_THAT(ErrorOf(R"({"presets": [{"name": "x", "sex": "man"}]})"),
              HasSubstr("unknown sex \"man\""));
  EXPECT_THAT(ErrorOf(R"({"presets": [{"sex": "male"}]})"), HasSubstr("\"name\" is missing"));
}

TEST(Presets, KeepVoiceNamesInsideTheEnginesData) {
  EXPECT_THAT(ErrorOf(R"({"presets": [{"name": "x", "sex": "male", "language": "en",
                          "voice": "../../etc/passwd"}]})"),
              HasSubstr("no name of an eSpeak NG voice"));
}

TEST(Presets, AreNamedOnce) {
  const std::string x = R"({"name": "x", "sex": "male", "language": "en", "voice": "gmw/en"})";
  EXPECT_THAT(ErrorOf("{\"presets\": [" + x + "," + x + "]}"), HasSubstr("a second preset"));
}

TEST(Presets, AreReplacedByTheUsersOwn) {
  Presets presets = samples::Shipped();
  const std::size_t before = presets.all().size();
  presets.Override(Presets::Parse(R"({"presets": [
    {"name": "alice", "sex": "female", "language": "en-US", "voice": "gmw/en-US"},
    {"name": "mine", "sex": "male", "language": "en", "voice": "gmw/en"}]})",
                                  "mine.json"));
  EXPECT_EQ(presets.Find("alice")->voice.engine_voice, "gmw/en-US");
  EXPECT_EQ(presets.all().size(), before + 1);
}

TEST(PrimaryLanguage, IsTheFirstSubtag) {
  EXPECT_EQ(PrimaryLanguage("en-GB-x-rp"), "en");
  EXPECT_EQ(PrimaryLanguage("EN_us"), "en");
  EXPECT_EQ(PrimaryLanguage("fr"), "fr");
}

TEST(ShippedPresets, HaveTwelveWomenAndTwelveMenInEnglish) {
  std::map<Gender, int> count;
  std::set<std::string> accents;
  std::set<Age> ages;
  for (const Preset& preset : samples::Shipped().OfLanguage("en")) {
    if (preset.age != Age::kChild) ++count[preset.sex];
    accents.insert(preset.language);
    ages.insert(preset.age);
  }
  EXPECT_GE(count[Gender::kFemale], 12);
  EXPECT_GE(count[Gender::kMale], 12);
  EXPECT_GE(accents.size(), 7U);
  EXPECT_EQ(ages.size(), 4U);
}

TEST(ShippedPresets, SpeakInTheNaturalPitchOfTheirSexAndAge) {
  const Presets presets = samples::Shipped();
  for (const Preset& preset : presets.all()) {
    ASSERT_TRUE(preset.measured) << preset.name;
    const double f0_hz = preset.measured->f0_hz;
    if (preset.age == Age::kChild) {
      EXPECT_TRUE(f0_hz > 230 && f0_hz < 320) << preset.name;
    } else if (preset.sex == Gender::kFemale) {
      EXPECT_TRUE(f0_hz > 160 && f0_hz < 260) << preset.name;
    } else {
      EXPECT_TRUE(f0_hz > 78 && f0_hz < 158) << preset.name;
    }
  }
}

TEST(ShippedPresets, HaveNarratorWomanAndManInTenLanguages) {
  const Presets presets = samples::Shipped();
  for (const char* language : {"fr", "de", "es", "it", "pt", "ru", "nl", "sv", "pl", "ar"}) {
    const std::vector<Preset> own = presets.OfLanguage(language);
    const auto has = [&](auto property) { return std::any_of(own.begin(), own.end(), property); };
    EXPECT_TRUE(has([](const Preset& p) { return p.narrator; })) << language;
    EXPECT_TRUE(has([](const Preset& p) { return !p.narrator && p.sex == Gender::kFemale; }));
    EXPECT_TRUE(has([](const Preset& p) { return !p.narrator && p.sex == Gender::kMale; }));
  }
}

}  // namespace
}  // namespace fullcast
