// What is said in turns, and how much is told around them, as evidence of who speaks.
#include <gmock/gmock.h>

#include "book_of.h"
#include "script/language/lexicon.h"
#include "script/speakers/naming_habits.h"
#include "script/speakers/narrated.h"
#include "script/speakers/speech_habits.h"
#include "script/speakers/topics.h"

namespace fullcast {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

Dialogue DialogueOf(const std::vector<std::string>& paragraphs) {
  const Book book = BookOf(paragraphs);
  return ReadDialogue(book, FindQuotations(book), Lexicon::Of("en"));
}

TEST(TalkTest, TurnsBeginAsAnswersOrNot) {
  std::vector<Opening> openings;
  for (const Turn& turn :
       DialogueOf({"\"You came late.\"", "\"Yes, yes, I know.\"", "\"But why?\"", "\"Oh, Emma!\""})
           .turns) {
    openings.push_back(turn.opening);
  }
  EXPECT_THAT(openings, ElementsAre(Opening::kOther, Opening::kAnswer, Opening::kTakingUp,
                                    Opening::kExclamation));
}

TEST(TalkTest, NarrationAroundATurnIsCounted) {
  const Dialogue dialogue = DialogueOf({"\"Come in.\" He rose.", "It rained.",
                                        "Emma sat down. \"It is,\" she said, \"cold.\" She wept."});
  const Narrated around = NarrationWords(dialogue).Around(1);
  EXPECT_EQ(around.since, 7);
  EXPECT_EQ(around.lead, 3);
  EXPECT_EQ(around.within, 2);
  EXPECT_EQ(around.tail, 2);
  EXPECT_EQ(NarrationWords(dialogue).Around(0).since, 0);
}

TEST(TalkTest, WhomTheTurnsAroundSpeakOf) {
  const Dialogue dialogue = DialogueOf({"Mike met Emma.", "\"I saw Mike, and his dog,\" said Emma.",
                                        "\"Poor Mike was tired. So he was.\"",
                                        "\"She had Mike with her.\"", "\"Mike, come here!\""});
  const Topics topics(dialogue);
  const int mike = dialogue.turns[0].spoken_of.at(0);
  EXPECT_EQ(topics.TurnsAbout(1, mike), 3);  // he is called in the last
  EXPECT_EQ(topics.TurnsAbout(1, dialogue.turns[0].cue_person), 0);
  EXPECT_THAT(topics.PronounsIn(0), Pair(1, 0));
  EXPECT_THAT(topics.PronounsIn(1), Pair(1, 0));
  EXPECT_THAT(topics.PronounsIn(2), Pair(0, 2));
}

TEST(TalkTest, EachHasHisNamesForOthers) {
  const Dialogue dialogue = DialogueOf(
      {"Mr. Darcy stood by Harriet. Elizabeth Bennet was not there. Elizabeth never was.",
       "\"Where is Elizabeth?\" said Harriet.", "\"Miss Bennet is ill,\" said Mr. Darcy.",
       "\"Is Elizabeth ill?\" said Harriet.", "\"Miss Bennet was ill,\" said Mr. Darcy.",
       "\"I like Elizabeth,\" said Harriet.", "\"I like Miss Bennet,\" said Mr. Darcy.",
       "\"May I see Elizabeth?\"", "\"You may see Miss Bennet.\""});
  const NamingHabits habits(dialogue);
  const int harriet = dialogue.turns[0].cue_person;
  const int darcy = dialogue.turns[1].cue_person;
  EXPECT_GT(habits.Likeness(6, harriet), 0.2);
  EXPECT_LT(habits.Likeness(6, darcy), -0.2);
  EXPECT_LT(habits.Likeness(7, harriet), -0.2);
  EXPECT_GT(habits.Likeness(7, darcy), 0.2);
}

TEST(TalkTest, ATalkerIsKnownByHisLength) {
  const std::string speech = "I went to town and saw the shops and the people and came home again";
  std::vector<std::string> paragraphs;
  for (int i = 0; i < 5; ++i) {
    paragraphs.push_back("\"" + speech + ",\" said Emma.");
    paragraphs.emplace_back("\"Did you?\" said John.");
  }
  paragraphs.push_back("\"" + speech + ".\"");
  const Dialogue dialogue = DialogueOf(paragraphs);
  const SpeechHabits habits(dialogue);
  EXPECT_GT(habits.LengthLikeness(10, dialogue.turns[0].cue_person), 0.1);
  EXPECT_LT(habits.LengthLikeness(10, dialogue.turns[1].cue_person), -0.1);
}

}  // namespace
}  // namespace fullcast
