#include "cast/casting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <set>

#include "cast/conversation.h"
#include "cast/samples.h"
#include "core/error.h"

namespace fullcast {
namespace {

using samples::Crowd;
using samples::Person;
using samples::Shipped;
using samples::Talk;
using samples::With;

class Casting : public testing::Test {
 protected:
  const Preset& PresetOf(const Cast& cast, const std::string& speaker) const {
    return *presets.Find(cast.roles.at(speaker).preset);
  }

  // How many pairs of partners have one voice.
  static int Confusions(const Script& script, const Cast& cast) {
    const Conversation conversation = ConversationOf(script);
    int confusions = 0;
    for (const Partners& each : conversation.partners) {
      const Role& a = cast.roles.at(conversation.parts[each.a].speaker);
      const Role& b = cast.roles.at(conversation.parts[each.b].speaker);
      confusions += each.turns > 0 && a.voice == b.voice;
    }
    return confusions;
  }

  const Presets presets = Shipped();
};

const Script kTalk =
    Talk({Person("anne", Gender::kFemale), Person("ben", Gender::kMale),
          Person("tim", Gender::kMale, "child"), Person("granny", Gender::kFemale, "old"),
          Person("voice", Gender::kUnknown)},
         {"anne", "ben", "anne", "tim", "granny", "voice", "anne"});

TEST_F(Casting, KeepsSexAndAge) {
  const Cast cast = MakeCast(kTalk, presets, {});
  EXPECT_EQ(PresetOf(cast, "anne").sex, Gender::kFemale);
  EXPECT_EQ(PresetOf(cast, "ben").sex, Gender::kMale);
  EXPECT_EQ(PresetOf(cast, "tim").sex, Gender::kMale);
  EXPECT_EQ(PresetOf(cast, "tim").age, Age::kChild);
  EXPECT_EQ(PresetOf(cast, "granny").age, Age::kOld);
  EXPECT_NE(PresetOf(cast, "anne").age, Age::kChild);
}

TEST_F(Casting, GivesTheNarratorsVoiceToNobodyButTheUnknown) {
  const Cast cast = MakeCast(kTalk, presets, {});
  EXPECT_TRUE(PresetOf(cast, kNarrator).narrator);
  EXPECT_EQ(cast.roles.at(kUnknownSpeaker).voice, cast.roles.at(kNarrator).voice);
  for (const auto& [speaker, role] : cast.roles) {
    if (speaker == kNarrator || speaker == kUnknownSpeaker) continue;
    EXPECT_NE(role.preset, cast.roles.at(kNarrator).preset) << speaker;
  }
}

TEST_F(Casting, TakesTheNarratorAskedFor) {
  const Cast cast = MakeCast(kTalk, presets, With(&CastOptions::narrator, "eleanor"));
  EXPECT_EQ(cast.roles.at(kNarrator).preset, "eleanor");
  EXPECT_NE(cast.roles.at("anne").preset, "eleanor");
  EXPECT_THROW(MakeCast(kTalk, presets, With(&CastOptions::narrator, "nobody")), Error);
}

TEST_F(Casting, LetsAFirstPersonNarratorSpeakAsTheNarrator) {
  const Cast cast = MakeCast(kTalk, presets, With(&CastOptions::narrating_character, "anne"));
  EXPECT_EQ(PresetOf(cast, kNarrator).sex, Gender::kFemale);
  EXPECT_EQ(cast.roles.at("anne").voice, cast.roles.at(kNarrator).voice);
}

TEST_F(Casting, GivesPartnersDifferentVoicesInACrowd) {
  // 40 men in one conversation: more than there are men's presets
  const Script script = Crowd(40, Gender::kMale, 3);
  const Cast cast = MakeCast(script, presets, {});
  EXPECT_EQ(Confusions(script, cast), 0);
  for (const Character& man : script.characters) {
    EXPECT_EQ(PresetOf(cast, man.id).sex, Gender::kMale);
  }
}

TEST_F(Casting, GivesTheEightBiggestAPresetEach) {
  // everybody talks with the first only: nothing but their size keeps the others apart
  std::vector<Character> women = Crowd(20, Gender::kFemale, 1).characters;
  std::vector<std::string> turns;
  for (std::size_t i = 1; i < women.size(); ++i) {
    turns.insert(turns.end(), {women[0].id, women[i].id});
    if (i < 8) turns.push_back(women[i].id);
  }
  const Script script = Talk(women, turns);
  const Cast cast = MakeCast(script, presets, {});
  std::set<std::string> names;
  for (std::size_t i = 0; i < 8; ++i) names.insert(cast.roles.at(women[i].id).preset);
  EXPECT_EQ(names.size(), 8U);
}

TEST_F(Casting, CastsABookOfAnotherLanguage) {
  for (const char* language : {"fr", "de", "ar", "pt-BR"}) {
    const Script script = Crowd(12, Gender::kMale, 2);
    const Cast cast = MakeCast(script, presets, With(&CastOptions::language, language));
    EXPECT_EQ(Confusions(script, cast), 0);
    const std::string& file = cast.roles.at(kNarrator).voice.engine_voice;
    for (const auto& [speaker, role] : cast.roles) EXPECT_EQ(role.voice.engine_voice, file);
  }
  EXPECT_THROW(MakeCast(kTalk, presets, With(&CastOptions::language, "tlh")), Error);
}

TEST_F(Casting, PrefersTheAccentsOfTheRegion) {
  const Script script = Talk({Person("anne", Gender::kFemale)}, {"anne"});
  const Cast cast = MakeCast(script, presets, With(&CastOptions::language, "en-US"));
  EXPECT_EQ(PresetOf(cast, kNarrator).language, "en-US");
  EXPECT_THAT(PresetOf(cast, "anne").language, testing::StartsWith("en-US"));
}

TEST_F(Casting, ReadsEverythingInOneVoice) {
  const Cast cast = MakeCast(kTalk, presets, With(&CastOptions::one_voice, true));
  EXPECT_EQ(cast.roles.size(), 7U);
  for (const auto& [speaker, role] : cast.roles) {
    EXPECT_EQ(role.voice, cast.roles.at(kNarrator).voice);
  }
}

TEST_F(Casting, ScalesAllRatesWithTheNarrators) {
  const Cast slow = MakeCast(kTalk, presets, {});
  const Cast fast = MakeCast(kTalk, presets, With(&CastOptions::rate_wpm, 340));
  EXPECT_EQ(fast.roles.at(kNarrator).voice.rate_wpm, 340);
  const double factor = 340.0 / slow.roles.at(kNarrator).voice.rate_wpm;
  EXPECT_NEAR(fast.roles.at("anne").voice.rate_wpm, factor * slow.roles.at("anne").voice.rate_wpm,
              1);
  const Cast fastest = MakeCast(kTalk, presets, With(&CastOptions::rate_wpm, 449));
  for (const auto& [speaker, role] : fastest.roles) EXPECT_LE(role.voice.rate_wpm, 449);
}

TEST_F(Casting, KeepsRolesAndCastsWhoIsMissing) {
  Role anne{"maud", presets.Find("maud")->voice};
  anne.voice.pitch = 66;
  const Cast cast = MakeCast(kTalk, presets,
                             With(&CastOptions::kept, std::map<std::string, Role>{{"anne", anne}}));
  EXPECT_EQ(cast.roles.at("anne").preset, "maud");
  EXPECT_EQ(cast.roles.at("anne").voice, anne.voice);
  EXPECT_TRUE(cast.roles.contains("ben"));
  EXPECT_TRUE(cast.roles.contains(kNarrator));
}

TEST_F(Casting, KeepsAwayFromAKeptVoice) {
  const Script script = Crowd(12, Gender::kMale, 2);
  const Cast first = MakeCast(script, presets, {});
  const Cast cast =
      MakeCast(script, presets,
               With(&CastOptions::kept, std::map<std::string, Role>{{"m5", first.roles.at("m4")}}));
  EXPECT_EQ(Confusions(script, cast), 0);
}

TEST_F(Casting, IsTheSameEveryTime) {
  const Script script = Crowd(60, Gender::kUnknown, 2);
  const Cast once = MakeCast(script, presets, {});
  const Cast again = MakeCast(script, presets, {});
  for (const auto& [speaker, role] : once.roles) {
    EXPECT_EQ(role.preset, again.roles.at(speaker).preset);
    EXPECT_EQ(role.voice, again.roles.at(speaker).voice);
  }
}

TEST_F(Casting, OfThousandsOfSpeakersEnds) {
  const auto begin = std::chrono::steady_clock::now();
  const Script script = Crowd(20000, Gender::kUnknown, 2);
  EXPECT_EQ(MakeCast(script, presets, {}).roles.size(), 20002U);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST_F(Casting, OfAScriptWithoutSpeechHasANarrator) {
  EXPECT_EQ(MakeCast({}, presets, {}).roles.size(), 2U);
}

}  // namespace
}  // namespace fullcast
