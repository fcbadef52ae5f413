#include "cast/role_change.h"

#include <gmock/gmock.h>

#include "cast/samples.h"
#include "core/error.h"

namespace fullcast {
namespace {

using samples::Person;
using testing::AllOf;
using testing::HasSubstr;

const Script kScript =
    samples::Talk({Person("elizabeth", Gender::kFemale), Person("jane", Gender::kFemale),
                   Person("st.-john", Gender::kMale)},
                  {"elizabeth", "jane", "st.-john"});

class RoleChangeTest : public testing::Test {
 protected:
  RoleChangeTest() {
    for (const char* speaker : {"elizabeth", "jane", "st.-john", kNarrator}) {
      cast_.roles[speaker] = {"henry", presets_.Find("henry")->voice};
    }
  }

  void Change(const std::string& text) {
    ApplyChanges({ParseRoleChange(text, kScript)}, presets_, cast_);
  }

  std::string ErrorOf(const std::string& text) {
    try {
      Change(text);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  const Presets presets_ = samples::Shipped();
  Cast cast_;
};

TEST_F(RoleChangeTest, ChangesOneSettingOfOneRole) {
  const Cast before = cast_;
  Change("elizabeth.pitch=62");
  Change("elizabeth.gain=-1.5");
  Change("elizabeth.variant=f3");
  Voice expected = presets_.Find("henry")->voice;
  expected.pitch = 62;
  expected.gain_db = -1.5;
  expected.variant = "f3";
  EXPECT_EQ(cast_.roles.at("elizabeth").voice, expected);
  EXPECT_EQ(cast_.roles.at("elizabeth").preset, "henry");
  EXPECT_EQ(cast_.roles.at("jane").voice, before.roles.at("jane").voice);
}

TEST_F(RoleChangeTest, APresetBringsAllItsVoice) {
  Change("jane.pitch=62");
  Change("jane=alice");
  EXPECT_EQ(cast_.roles.at("jane").preset, "alice");
  EXPECT_EQ(cast_.roles.at("jane").voice, presets_.Find("alice")->voice);
  Change("narrator=narrator-woman");
  EXPECT_EQ(cast_.roles.at(kNarrator).preset, "narrator-woman");
}

TEST_F(RoleChangeTest, AnIdMayHoldADot) {
  Change("st.-john=alice");
  Change("st.-john.rate=150");
  EXPECT_EQ(cast_.roles.at("st.-john").preset, "alice");
  EXPECT_EQ(cast_.roles.at("st.-john").voice.rate_wpm, 150);
}

TEST_F(RoleChangeTest, SaysWhatIsAllowed) {
  EXPECT_THAT(ErrorOf("elizabth.pitch=62"), AllOf(HasSubstr("elizabth"), HasSubstr("elizabeth,")));
  EXPECT_THAT(ErrorOf("elizabeth.pitch=100"), HasSubstr("0 to 99"));
  EXPECT_THAT(ErrorOf("elizabeth.pitch=6x"), HasSubstr("0 to 99"));
  EXPECT_THAT(ErrorOf("elizabeth.rate="), HasSubstr("80 to 449"));
  EXPECT_THAT(ErrorOf("elizabeth.gain=nan"), HasSubstr("-40 to 40"));
  EXPECT_THAT(ErrorOf("elizabeth.voice=../../etc"), HasSubstr("gmw/en-US"));
  EXPECT_THAT(ErrorOf("elizabeth.picth=3"), HasSubstr("pitch"));
  EXPECT_THAT(ErrorOf("elizabeth=nobody"), HasSubstr("fullcast voices"));
  EXPECT_THAT(ErrorOf("elizabeth"), HasSubstr("elizabeth.pitch=62"));
  EXPECT_THAT(ErrorOf("=alice"), HasSubstr("elizabeth.pitch=62"));
}

TEST_F(RoleChangeTest, AVariantToTryIsAListOfSettings) {
  const auto changes = ParseTry("preset=alice,pitch=70", "jane");
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[1].speaker, "jane");
  EXPECT_EQ(changes[1].field, "pitch");
  EXPECT_EQ(changes[1].value, "70");
  EXPECT_THROW(ParseTry("", "jane"), Error);
  EXPECT_THROW(ParseTry("pitch=70,alice", "jane"), Error);
}

TEST_F(RoleChangeTest, WhatSoundsOtherwiseMustBeCalibrated) {
  const auto needs = [](const std::string& text) {
    return NeedCalibration(ParseTry(text, "jane"), "jane");
  };
  EXPECT_TRUE(needs("variant=f4"));
  EXPECT_TRUE(needs("preset=alice,pitch=70"));
  EXPECT_FALSE(needs("preset=alice"));
  EXPECT_FALSE(needs("rate=150"));
  EXPECT_FALSE(needs("variant=f4,gain=7"));
  EXPECT_FALSE(needs("pitch=70,preset=alice"));
  EXPECT_FALSE(NeedCalibration(ParseTry("variant=f4", "jane"), "elizabeth"));
}

}  // namespace
}  // namespace fullcast
