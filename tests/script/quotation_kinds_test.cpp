#include <gmock/gmock.h>

#include "quotations_of.h"

namespace fullcast {
namespace {

using testing::ElementsAre;

TEST(ScareQuotes, WordsAndPhrases) {
  EXPECT_THAT(QuotationsOf({R"(He only indicated "no" with a wave.)"}), ElementsAre("scare: no"));
  EXPECT_THAT(QuotationsOf({R"(They were "tremendous flirts." So she had heard.)"}),
              ElementsAre("scare: tremendous flirts."));
  EXPECT_THAT(QuotationsOf({R"(It was a thing called "tact" and "good sense" by some.)"}),
              ElementsAre("scare: tact", "scare: good sense"));
}

TEST(ScareQuotes, Titles) {
  EXPECT_THAT(QuotationsOf({R"(He died for the "Glorious Cause" like the others.)"}),
              ElementsAre("title: Glorious Cause"));
  EXPECT_THAT(QuotationsOf({R"(She was reading "The Woman in White" again.)"}),
              ElementsAre("title: The Woman in White"));
  EXPECT_THAT(QuotationsOf({R"(They met at the "Coach and Horses," as always.)"}),
              ElementsAre("title: Coach and Horses,"));
}

TEST(ScareQuotes, SpeechWithoutACommaIsSpeech) {
  EXPECT_THAT(QuotationsOf({R"(There were cries of "Fire" from below.)"}), ElementsAre("Fire"));
  EXPECT_THAT(QuotationsOf({R"(He said "come in" and sat down.)"}), ElementsAre("come in"));
  EXPECT_THAT(QuotationsOf({R"(She left with a "Good night!" to all.)"}),
              ElementsAre("Good night!"));
  EXPECT_THAT(QuotationsOf({R"(He told her that "all would be well in the end.")"}),
              ElementsAre("all would be well in the end."));
  EXPECT_THAT(QuotationsOf({R"("No," he said, with a look at the "but I will not.")"}),
              ElementsAre("No, | but I will not."));
}

TEST(Letters, BySalutationAndSignature) {
  EXPECT_THAT(QuotationsOf({R"("Dear Ann,")", R"("We are all well here.")", R"("Yours ever,")",
                            R"("TOM.")", "She folded it up.", R"("Well!" said she.)"}),
              ElementsAre("letter: Dear Ann,", "letter: We are all well here.",
                          "letter: Yours ever,", "letter: TOM.", "Well!"));
}

TEST(Letters, ByWhatLeadsToThem) {
  EXPECT_THAT(QuotationsOf({R"(The note ran: "Come at once. Bring the key.")"}),
              ElementsAre("letter: Come at once. Bring the key."));
  EXPECT_THAT(QuotationsOf({R"("We have had rain," she wrote, "for a week.")"}),
              ElementsAre("letter: We have had rain, | for a week."));
}

TEST(Letters, BySalutationAboveAndNameBelow) {
  EXPECT_THAT(QuotationsOf({"It was dated Monday. DEAR MADAM,", R"("I am sorry to write this.)",
                            R"("It has to be done.")", "Yours truly, A. BELL", R"("Well!")"}),
              ElementsAre("letter: I am sorry to write this. | It has to be done.", "Well!"));
}

TEST(Letters, TalkAboutALetterIsSpeech) {
  EXPECT_THAT(QuotationsOf({R"(He laid the letter down and said: "She is coming.")"}),
              ElementsAre("She is coming."));
  EXPECT_THAT(QuotationsOf({R"("My dear Ann--")", R"("I won't hear it.")"}),
              ElementsAre("My dear Ann--", "I won't hear it."));
}

TEST(Letters, WhatIsSaidIsSpeechThoughSomebodyWritesNearBy) {
  EXPECT_THAT(QuotationsOf({R"("Eight stone," said the ferryman, "exactly." He wrote it down.)"}),
              ElementsAre("Eight stone, | exactly."));
}

TEST(Letters, SetOffFromTheText) {
  EXPECT_THAT(QuotationsOf({"The sign said:", R"(> "No admittance.")", R"("Oh," said Ann.)"}),
              ElementsAre("letter: No admittance.", "Oh,"));
}

TEST(Thoughts, ByTheVerb) {
  EXPECT_THAT(QuotationsOf({R"("What a day," thought Alice.)"}),
              ElementsAre("thought: What a day,"));
  EXPECT_THAT(QuotationsOf({R"(He thought: "Now or never.")"}),
              ElementsAre("thought: Now or never."));
  EXPECT_THAT(QuotationsOf({R"("Now," he told himself, "or never.")"}),
              ElementsAre("thought: Now, | or never."));
}

TEST(Thoughts, TheSameWordsInTheSameParagraph) {
  EXPECT_THAT(
      QuotationsOf(
          {R"("Keep going." It was the one thing that he still knew, after all the miles )"
           R"(of road and rain, and the many cold nights in barns and in ditches, under )"
           R"(hedges and bridges. "Keep going." He repeated it over and over in his head.)"}),
      ElementsAre("thought: Keep going.", "thought: Keep going."));
}

TEST(Thoughts, WhatIsSaidAloudIsNone) {
  EXPECT_THAT(QuotationsOf({R"("He thought so," said Tom.)"}), ElementsAre("He thought so,"));
  EXPECT_THAT(QuotationsOf({R"("Idiot!" said the Queen, tossing her head.)"}),
              ElementsAre("Idiot!"));
  EXPECT_THAT(QuotationsOf({R"("Come," he told them, "I thought of it myself.")"}),
              ElementsAre("Come, | I thought of it myself."));
}

}  // namespace
}  // namespace fullcast
