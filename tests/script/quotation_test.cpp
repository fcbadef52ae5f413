#include "script/quotes/quotation.h"

#include <gmock/gmock.h>

#include "core/error.h"
#include "quotations_of.h"
#include "script/size_limits.h"

namespace fullcast {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Quotations, StraightDouble) {
  EXPECT_THAT(QuotationsOf({R"("Good morning," said Tom.)", R"(She nodded. "And to you.")"}),
              ElementsAre("Good morning,", "And to you."));
}

TEST(Quotations, CurlyDouble) {
  EXPECT_THAT(QuotationsOf({"“Good morning,” said Tom.", "“It’s ‘good’ to see you.”"}),
              ElementsAre("Good morning,", "It’s ‘good’ to see you."));
}

TEST(Quotations, NarrationInterruptsOneSpeaker) {
  EXPECT_THAT(QuotationsOf({R"("I am," said he, "quite sure.")"}),
              ElementsAre("I am, | quite sure."));
}

TEST(Quotations, LongNarrationEndsWhatIsSaid) {
  const std::string narration(160, 'x');
  EXPECT_THAT(QuotationsOf({R"("I am." )" + narration + R"(. "Quite sure.")"}),
              ElementsAre("I am.", "Quite sure."));
}

TEST(Quotations, WordsWithCuesOfTheirOwnAreApart) {
  EXPECT_THAT(QuotationsOf({R"("Come in," she said. "Thank you," he replied. "It is cold.")"}),
              ElementsAre("Come in,", "Thank you, | It is cold."));
  EXPECT_THAT(QuotationsOf({R"("Come in," she said, "and sit down.")"}),
              ElementsAre("Come in, | and sit down."));
}

TEST(Quotations, ANewCueBeginsAnother) {
  EXPECT_THAT(QuotationsOf({R"("Yes," said Tom. Ann cried, "No!")"}), ElementsAre("Yes,", "No!"));
}

TEST(Quotations, AdjacentQuotationsAreTwo) {
  EXPECT_THAT(QuotationsOf({R"("Who is there?" "Only I.")"}),
              ElementsAre("Who is there?", "Only I."));
}

TEST(Quotations, HaveALimit) {
  std::string text;
  for (std::size_t i = 0; i <= kMostQuotations; ++i) text += "\"Yes.\" ";
  try {
    FindQuotations(BookOf({text}));
    FAIL() << "there were too many";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("more than 150000 quotations; cut it"));
  }
}

TEST(Quotations, SpansHoldTheirMarks) {
  const Book book = BookOf({R"(He said, "Yes.")"});
  const std::vector<Quotation> quotations = FindQuotations(book);
  ASSERT_THAT(quotations, SizeIs(1));
  EXPECT_EQ(quotations[0].spans[0].begin, 9U);
  EXPECT_EQ(quotations[0].spans[0].end, 15U);
}

TEST(Quotations, NestedMarksBelongToTheOuterSpeaker) {
  EXPECT_THAT(QuotationsOf({R"("He said 'No!' and 'Never!' to me," she told them.)"}),
              ElementsAre("He said 'No!' and 'Never!' to me,"));
  EXPECT_THAT(QuotationsOf({"‘He said “No!” to me,’ she told them.", "‘Did he?’", "‘He did.’"}),
              ElementsAre("He said “No!” to me,", "Did he?", "He did."));
}

TEST(Quotations, NestedInTheSameMarks) {
  EXPECT_THAT(QuotationsOf({"«He told me «never» twice», she said."}),
              ElementsAre("He told me «never» twice"));
  EXPECT_THAT(QuotationsOf({R"("He told me "never, never" and left," she said.)"}),
              ElementsAre(R"(He told me "never, never" and left,)"));
}

TEST(Quotations, ParagraphsWithoutClosingMark) {
  EXPECT_THAT(QuotationsOf({R"("There were three of us.)", R"("Now I am alone," he said.)"}),
              ElementsAre("There were three of us. | Now I am alone,"));
}

TEST(Quotations, VerseRunsOnWithoutMarks) {
  EXPECT_THAT(QuotationsOf({"She began to sing:", R"(/ "Row, row,)", "/ Row your boat,",
                            R"(/ Down the stream.")", R"("Bravo!" they cried.)"}),
              ElementsAre("song: Row, row, | Row your boat, | Down the stream.", "Bravo!"));
}

TEST(Quotations, ASceneBreakEndsWhatRunsOn) {
  EXPECT_THAT(QuotationsOf({R"("I will not go.)", "***", R"("Morning," said Tom.)"}),
              ElementsAre("I will not go.?", "Morning,"));
}

TEST(Quotations, MissingClosingMarkStaysInItsParagraph) {
  EXPECT_THAT(
      QuotationsOf({R"("I will not go.)", "He went all the same.", R"("You see," she said.)"}),
      ElementsAre("I will not go.?", "You see,"));
}

TEST(Quotations, MissingClosingMarkBeforeACue) {
  EXPECT_THAT(QuotationsOf({R"("I will not go, said Tom. "Not today.")", "He went."}),
              ElementsAre("I will not go, | Not today.?"));
}

TEST(Quotations, MissingOpeningMark) {
  EXPECT_THAT(QuotationsOf({R"(I will not go," said Tom.)", R"("You will," said Ann.)"}),
              ElementsAre("I will not go,?", "You will,"));
  EXPECT_THAT(QuotationsOf({R"("Yes," said Tom. He rose. I will not go.")", R"("Oh," said Ann.)"}),
              ElementsAre("Yes, | I will not go.?", "Oh,"));
}

TEST(Quotations, InchesAndDittoMarksAreNone) {
  EXPECT_THAT(QuotationsOf({R"(The board was 6" long and 4" wide.)", R"("Ten inches," he said.)"}),
              ElementsAre("Ten inches,"));
  EXPECT_THAT(QuotationsOf({R"(Smith, John "  " 12)", R"("Next," he said.)"}),
              ElementsAre("Next,"));
}

TEST(Quotations, NoneInHeadingsAndSkippedText) {
  EXPECT_THAT(QuotationsOf({R"(# The "Jolly Sailor")", "It was late."}), IsEmpty());
}

TEST(Quotations, NoneAtAll) {
  EXPECT_THAT(QuotationsOf({}), IsEmpty());
  EXPECT_THAT(QuotationsOf({"", "Nothing is said.", ""}), IsEmpty());
}

}  // namespace
}  // namespace fullcast
