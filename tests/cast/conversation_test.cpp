#include "cast/conversation.h"

#include <gtest/gtest.h>

#include "cast/samples.h"

namespace fullcast {
namespace {

using samples::Person;
using samples::Says;
using samples::Talk;

const std::vector<Character> kThree = {
    Person("anne", Gender::kFemale), Person("ben", Gender::kMale), Person("cleo", Gender::kFemale)};

TEST(Conversation, CountsTurnsAcrossNarration) {
  const Script script = Talk(kThree, {"anne", "ben", "anne", "anne", "ben"});
  const Conversation conversation = ConversationOf(script);
  ASSERT_EQ(conversation.partners.size(), 1U);
  EXPECT_EQ(conversation.partners[0].turns, 3);
}

TEST(Conversation, KnowsWhoIsNear) {
  const Script script = Talk(kThree, {"anne", "ben", "cleo"});
  const Conversation conversation = ConversationOf(script);
  double near = 0;
  double turns = 0;
  for (const Partners& each : conversation.partners) {
    near += each.near;
    turns += each.turns;
  }
  EXPECT_EQ(turns, 2);  // anne and ben, ben and cleo
  EXPECT_EQ(near, 1);   // anne and cleo
}

TEST(Conversation, EndsAtSceneBreaksAndChapters) {
  Script script = Talk(kThree, {"anne"});
  script.chapters[0].segments.back().pause = Pause::kScene;
  script.chapters[0].segments.push_back(Says("ben", "\"Here.\""));
  script.chapters.push_back({"Chapter II", {Says("cleo", "\"There.\"")}});
  EXPECT_TRUE(ConversationOf(script).partners.empty());
}

TEST(Conversation, LeavesOutWhatIsSkippedAndNobodysSpeech) {
  Script script = Talk(kThree, {"anne", kUnknownSpeaker, "ben"});
  script.chapters[0].segments[0].skip = "a note";
  const Conversation conversation = ConversationOf(script);
  EXPECT_TRUE(conversation.partners.empty());
  for (const Part& part : conversation.parts) EXPECT_NE(part.speaker, "anne");
}

TEST(Conversation, OrdersPartsBySize) {
  Script script = Talk(kThree, {"anne", "ben", "ben"});
  script.chapters[0].segments.push_back(Says("ben", "Ä"));
  const Conversation conversation = ConversationOf(script);
  ASSERT_EQ(conversation.parts.size(), 3U);
  EXPECT_EQ(conversation.parts[0].speaker, "ben");
  EXPECT_EQ(conversation.parts[0].lines, 3U);
  EXPECT_EQ(conversation.parts[0].letters, 2 * 19 + 1U);  // code points, not bytes
  EXPECT_EQ(conversation.parts[0].character, &script.characters[1]);
}

}  // namespace
}  // namespace fullcast
