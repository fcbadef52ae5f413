#include "cast/cast_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cast/casting.h"
#include "cast/samples.h"
#include "core/error.h"

namespace fullcast {
namespace {

using samples::Person;
using samples::With;
using testing::HasSubstr;

const Script kScript =
    samples::Talk({Person("elizabeth", Gender::kFemale), Person("darcy", Gender::kMale)},
                  {"elizabeth", "darcy", "elizabeth"});

class CastFileTest : public testing::Test {
 protected:
  CastFile Read(const std::string& text) const {
    return ReadCastFile(text, "pride.json", kScript, presets);
  }

  std::string ErrorOf(const std::string& text) const {
    try {
      Read(text);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  std::string Written() const {
    return FormatCast(MakeCast(kScript, presets, {}), kScript, presets);
  }

  static std::string Replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos);
    return text.replace(at, from.size(), to);
  }

  const Presets presets = samples::Shipped();
};

TEST_F(CastFileTest, HasALineForEachSpeaker) {
  Cast cast;
  cast.roles["narrator"] = {"narrator", presets.Find("narrator")->voice};
  cast.roles["darcy"] = {"henry", presets.Find("henry")->voice};
  cast.roles["elizabeth"] = {"alice", presets.Find("alice")->voice};
  cast.roles["elizabeth"].voice.pitch = 62;
  cast.roles["nobody"] = {"alice", {}};
  EXPECT_THAT(FormatCast(cast, kScript, presets), HasSubstr(R"(
"cast": {
  "narrator": {"preset":"narrator"},
  "elizabeth": {"preset":"alice","pitch":62},
  "darcy": {"preset":"henry"}
}})"));
}

TEST_F(CastFileTest, ReadsWhatItWrote) {
  for (const char* language : {"en", "fr"}) {
    const Cast cast = MakeCast(kScript, presets, With(&CastOptions::language, language));
    const CastFile file = Read(FormatCast(cast, kScript, presets));
    EXPECT_FALSE(file.edited);
    EXPECT_EQ(file.cast.roles.size(), cast.roles.size());
    for (const auto& [speaker, role] : cast.roles) {
      EXPECT_EQ(file.cast.roles.at(speaker).preset, role.preset);
      EXPECT_EQ(file.cast.roles.at(speaker).voice, role.voice);
    }
  }
}

TEST_F(CastFileTest, KeepsNoMoreOfAGainThanItWrites) {
  const Presets without_gain = Presets::Parse(
      R"({"presets": [{"name": "tom", "sex": "male", "language": "en-US", "voice": "gmw/en-US",
                       "narrator": true}]})",
      "presets.json");
  for (const char* gain : {"-5e-32", "0.00001", "-0.0", "1.23456"}) {
    const std::string text =
        std::string(R"({"cast": {"narrator": {"preset": "tom", "gain": )") + gain + "}}}";
    const auto rewritten = [&](const std::string& before) {
      return FormatCast(ReadCastFile(before, "cast.json", kScript, without_gain).cast, kScript,
                        without_gain);
    };
    EXPECT_EQ(rewritten(rewritten(text)), rewritten(text)) << gain;
  }
}

TEST_F(CastFileTest, NoticesAnEdit) {
  const std::string edited =
      Replaced(Written(), "\"elizabeth\": {", "\"elizabeth\": {\"pitch\": 61, ");
  EXPECT_TRUE(Read(edited).edited);
  EXPECT_TRUE(IsEditedCast(edited, "pride.json"));
  EXPECT_EQ(Read(edited).cast.roles.at("elizabeth").voice.pitch, 61);
}

TEST_F(CastFileTest, TakesWhiteSpaceForNoEdit) {
  const std::string spaced = Replaced(Written(), "\"elizabeth\": {", "\n\n\t\"elizabeth\"  : {  ");
  EXPECT_FALSE(Read(spaced).edited);
  EXPECT_FALSE(IsEditedCast(spaced, "pride.json"));
}

TEST_F(CastFileTest, TakesAFileWithoutDigestForHandMade) {
  const CastFile file = Read(R"({"cast": {"elizabeth": {"preset": "clara", "gain": 3.5}}})");
  EXPECT_TRUE(file.edited);
  EXPECT_EQ(file.cast.roles.size(), 1U);
  EXPECT_EQ(file.cast.roles.at("elizabeth").voice.gain_db, 3.5);
}

TEST_F(CastFileTest, NamesThePlaceOfAMistake) {
  EXPECT_THAT(ErrorOf("{\"cast\": {\n  \"darcy\": {\"preset\": \"nobody\"}}}"),
              HasSubstr("pride.json:2:23: there is no voice preset \"nobody\""));
  EXPECT_THAT(ErrorOf("{\"cast\": {\n  \"darci\": {\"preset\": \"henry\"}}}"),
              HasSubstr("pride.json:2:12: the script has no speaker \"darci\""));
  EXPECT_THAT(ErrorOf("{\"cast\": {\"darcy\": {\"preset\": \"henry\", \"pich\": 3}}}"),
              HasSubstr("unknown field \"pich\""));
  EXPECT_THAT(ErrorOf("{\"cast\": {\"darcy\": {\"preset\": \"henry\", \"pitch\": 100}}}"),
              HasSubstr("out of range"));
  EXPECT_THAT(ErrorOf("{\"cast\": {\"darcy\": {\"pitch\": 50}}}"),
              HasSubstr("\"preset\" is missing"));
  EXPECT_THAT(ErrorOf("{\"cast\": {\"darcy\": {\"preset\": \"henry\"},\n"
                      "\"darcy\": {\"preset\": \"henry\"}}}"),
              HasSubstr("a second role"));
  EXPECT_THAT(ErrorOf("{\"cast\": {\"darcy\": {\"preset\": \"henry\"\n\"rate\": 5}}}"),
              HasSubstr("pride.json:2:1: broken JSON"));
  EXPECT_THAT(ErrorOf("{\"version\": 2, \"cast\": {}}"), HasSubstr("version 1"));
}

}  // namespace
}  // namespace fullcast
