#include "produce/scripting/spoken_runs.h"

#include <gmock/gmock.h>

#include "produce/spoken.h"

namespace fullcast {
namespace {

using test::Said;
using test::Told;
using ::testing::ElementsAre;

TEST(SpokenRuns, JoinWhatNarrationInterrupts) {
  const ScriptChapter chapter{
      "I",

      {Told("It was late."), Said("dunn", 0.5, "\"I am,\"", Pause::kClause),
       Told("said he,", Pause::kClause), Said("dunn", 0.5, "\"quite sure.\""),
       Said("maren", 0.5, "\"Are you?\"")}};
  EXPECT_THAT(SpokenRuns(chapter), ElementsAre(ElementsAre(1, 3), ElementsAre(4)));
}

TEST(SpokenRuns, PartWhatWasDecidedApart) {
  const ScriptChapter chapter{"I",

                              {Said("dunn", 0.5, "\"Go!\"", Pause::kSentence),
                               Said("dunn", 0.6, "\"No!\"", Pause::kSentence),
                               Said("maren", 0.6, "\"Yes!\""), Said("maren", 0.6, "\"Yes!\"")}};
  EXPECT_THAT(SpokenRuns(chapter),
              ElementsAre(ElementsAre(0), ElementsAre(1), ElementsAre(2), ElementsAre(3)));
}

TEST(SpokenRuns, GoOnOverParagraphsWithoutAClosingMark) {
  const ScriptChapter chapter{"I",

                              {Said("dunn", 0.5, "“It was cold.", Pause::kParagraph),
                               Said("dunn", 0.5, "“Then it snowed.”", Pause::kParagraph),
                               Said("dunn", 0.5, "“Well?”", Pause::kParagraph),
                               Said("dunn", 0.5, "— Well.", Pause::kParagraph),
                               Said("dunn", 0.5, "— Well.", Pause::kChapter)}};
  EXPECT_THAT(SpokenRuns(chapter),
              ElementsAre(ElementsAre(0, 1), ElementsAre(2), ElementsAre(3), ElementsAre(4)));
}

TEST(SpokenRuns, LeaveOutNarrationAndWhatIsNotRead) {
  Segment skipped = Said("dunn", 0.5, "\"Go!\"");
  skipped.skip = "contents";
  Segment own_words = Told("\"Go!\"");
  own_words.reason = "settled";
  EXPECT_THAT(SpokenRuns({"I", {Told("He went."), skipped, own_words}}),
              ElementsAre(ElementsAre(2)));
}

}  // namespace
}  // namespace fullcast
