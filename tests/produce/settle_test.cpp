#include "produce/scripting/settle.h"

#include <gmock/gmock.h>

#include "core/error.h"
#include "produce/spoken.h"

namespace fullcast {
namespace {

using test::Said;
using test::Told;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

Script MakeScript() {
  Script script;
  script.characters = {{"maren", "Maren", {}, Gender::kFemale, ""},
                       {"dunn", "Mr. Dunn", {}, Gender::kMale, ""}};
  Segment rule = Told("* * *");
  rule.skip = "scene break";
  script.chapters = {
      {"I", {Told("It was late.")}},
      {"II",

       {Said("dunn", 0.4, "\"I am,\"", Pause::kClause), Told("the answer came,", Pause::kClause),
        Said("dunn", 0.4, "\"quite sure.\""), Said("dunn", 0.9, "\"Are you?\""), rule}}};
  return script;
}

std::vector<std::string> SpeakersIn(const ScriptChapter& chapter) {
  std::vector<std::string> speakers;
  for (const Segment& segment : chapter.segments) speakers.push_back(segment.speaker);
  return speakers;
}

std::string MessageOf(const std::vector<Settlement>& settlements) {
  Script script = MakeScript();
  try {
    Settle(script, settlements);
  } catch (const Error& error) {
    EXPECT_EQ(SpeakersIn(script.chapters[1]), SpeakersIn(MakeScript().chapters[1]));
    return error.what();
  }
  return "no error";
}

TEST(Settle, TheQuotationFollows) {
  Script script = MakeScript();
  const std::vector<Settled> settled = Settle(script, {{{1, 2}, "maren"}});
  EXPECT_THAT(SpeakersIn(script.chapters[1]),
              ElementsAre("maren", kNarrator, "maren", "dunn", kNarrator));
  for (const std::size_t i : {0U, 2U}) {
    EXPECT_EQ(script.chapters[1].segments[i].reason, kSettled);
    EXPECT_EQ(script.chapters[1].segments[i].confidence, 1);
  }
  ASSERT_EQ(settled.size(), 1U);
  EXPECT_EQ(settled[0].before, "dunn");
  EXPECT_THAT(settled[0].followers, ElementsAre(SegmentIndex{1, 0}));
}

TEST(Settle, WhatIsNamedItselfDoesNotFollow) {
  Script script = MakeScript();
  const std::vector<Settled> settled = Settle(script, {{{1, 0}, "maren"}, {{1, 2}, "unknown"}});
  EXPECT_THAT(SpeakersIn(script.chapters[1]),
              ElementsAre("maren", kNarrator, "unknown", "dunn", kNarrator));
  EXPECT_TRUE(settled[0].followers.empty());
  EXPECT_TRUE(settled[1].followers.empty());
}

TEST(Settle, AMistakeIsSettledAgain) {
  Script script = MakeScript();
  Settle(script, {{{1, 0}, "maren"}});
  Settle(script, {{{1, 0}, kNarrator}});
  Settle(script, {{{1, 0}, "dunn"}});
  EXPECT_THAT(SpeakersIn(script.chapters[1]),
              ElementsAre("dunn", kNarrator, "dunn", "dunn", kNarrator));
}

TEST(Settle, NarrationChangesAlone) {
  Script script = MakeScript();
  EXPECT_TRUE(Settle(script, {{{0, 0}, "maren"}})[0].followers.empty());
  EXPECT_EQ(script.chapters[0].segments[0].speaker, "maren");
}

TEST(Settle, RefusesWhatIsNotThere) {
  EXPECT_THAT(MessageOf({{{1, 2}, "maren"}, {{2, 0}, "maren"}}),
              HasSubstr("no segment 3:1: the script has 2 chapters"));
  EXPECT_THAT(MessageOf({{{1, 5}, "maren"}}), HasSubstr("no segment 2:6: the chapter has 5"));
  EXPECT_THAT(MessageOf({{{1, 4}, "maren"}}), HasSubstr("2:5 is not read aloud (scene break)"));
  EXPECT_THAT(MessageOf({{{1, 2}, "marn"}}),
              HasSubstr("id \"marn\"; known are maren, dunn, narrator, unknown;"));
  EXPECT_THAT(MessageOf({{{1, 2}, "maren"}, {{1, 2}, "dunn"}}), HasSubstr("2:3 is settled twice"));
}

TEST(ParseSettlement, ReadsChapterSegmentAndSpeaker) {
  const Settlement settlement = ParseSettlement("12:345=mrs-smith=2");
  EXPECT_EQ(settlement.at, (SegmentIndex{11, 344}));
  EXPECT_EQ(settlement.speaker, "mrs-smith=2");
  EXPECT_EQ(AddressOf(settlement.at), "12:345");
}

TEST(ParseSettlement, RefusesAnythingElse) {
  for (const char* text : {"", "=", "12", "12:", "12:3x=a", "0:1=a", "1:0=a", ":=a", "1:-1=a",
                           "99999999999999999999:1=a", "1=a"}) {
    EXPECT_THROW(ParseSettlement(text), Error) << text;
  }
}

}  // namespace
}  // namespace fullcast
