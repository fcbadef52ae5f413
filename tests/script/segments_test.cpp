#include "script/segments/segments.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "book_of.h"
#include "script/check.h"

namespace fullcast {
namespace {

using testing::AnyOf;
using testing::ElementsAre;
using testing::IsEmpty;

struct Made {
  Book book;
  std::vector<Segment> segments;
};

// Quotations are said by these, in order; the last of them says the rest, too.
Made SegmentsOf(const std::vector<std::string>& paragraphs,
                const std::vector<std::string>& speakers) {
  Made made{BookOf(paragraphs), {}};
  const std::vector<Quotation> quotations = FindQuotations(made.book);
  std::vector<Attribution> attributions;
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    attributions.push_back({speakers[std::min(i, speakers.size() - 1)], 0.9, "test"});
  }
  std::vector<ScriptChapter> chapters = MakeSegments(made.book, quotations, attributions);
  Script script;
  script.chapters = chapters;
  EXPECT_THAT(CheckScript(script, made.book), IsEmpty());
  for (const ScriptChapter& chapter : chapters) {
    made.segments.insert(made.segments.end(), chapter.segments.begin(), chapter.segments.end());
  }
  return made;
}

std::vector<std::string> TextsOf(const Made& made) {
  std::vector<std::string> texts;
  for (const Segment& segment : made.segments)
    texts.push_back(segment.speaker + ": " + segment.text);
  return texts;
}

std::vector<Pause> PausesOf(const Made& made) {
  std::vector<Pause> pauses;
  for (const Segment& segment : made.segments) pauses.push_back(segment.pause);
  return pauses;
}

TEST(Segments, NarrationAndSpeech) {
  const Made made = SegmentsOf({R"("I am," said he, "quite sure." He sat down.)"}, {"tom"});
  EXPECT_THAT(TextsOf(made), ElementsAre("tom: \"I am,\"", "narrator: said he,",
                                         "tom: \"quite sure.\"", "narrator: He sat down."));
  EXPECT_THAT(PausesOf(made),
              ElementsAre(Pause::kClause, Pause::kClause, Pause::kSentence, Pause::kChapter));
  EXPECT_EQ(made.segments[0].reason, "test");
  EXPECT_EQ(made.segments[0].confidence, 0.9);
}

TEST(Segments, TheNarratorReadsTitlesAndLetters) {
  EXPECT_THAT(TextsOf(SegmentsOf({R"(He sat in the "Swan" all day.)"}, {"tom"})),
              ElementsAre(R"(narrator: He sat in the "Swan" all day.)"));
}

TEST(Segments, PunctuationAloneIsNoNarration) {
  EXPECT_THAT(TextsOf(SegmentsOf({R"(("Yes!")--"No!")"}, {"tom", "ann"})),
              ElementsAre(R"(tom: ("Yes!")--)", R"(ann: "No!")"));
}

TEST(Segments, PausesBetweenParagraphs) {
  const Made made = SegmentsOf(
      {"# One", "It rained.", R"("Yes," said Tom.)", R"("No.")", R"("Ah.")", "***", "Night fell."},
      {"tom", "ann", "ann"});
  EXPECT_THAT(PausesOf(made),
              ElementsAre(Pause::kHeading, Pause::kSpeaker, Pause::kClause, Pause::kSpeaker,
                          Pause::kParagraph, Pause::kScene, Pause::kNone, Pause::kChapter));
  EXPECT_TRUE(made.segments[0].heading);
  EXPECT_EQ(made.segments[6].skip, "scene break");
}

TEST(Segments, WordsMayBreakOffOrTrailOff) {
  EXPECT_EQ(SegmentsOf({R"("I never--" Tom rose.)"}, {"tom"}).segments[0].pause, Pause::kDash);
  EXPECT_EQ(SegmentsOf({"“I never—” Tom rose."}, {"tom"}).segments[0].pause, Pause::kDash);
  EXPECT_EQ(SegmentsOf({"“If only…” Tom rose."}, {"tom"}).segments[0].pause, Pause::kEllipsis);
  EXPECT_EQ(SegmentsOf({R"("If only..." he said.)"}, {"tom"}).segments[0].pause, Pause::kEllipsis);
}

TEST(Segments, WhoIsInterruptedIsAnsweredAtOnce) {
  const Made made =
      SegmentsOf({"“I never—”", "“You did!”", "“Well—”", "It rained."}, {"tom", "ann", "tom"});
  EXPECT_THAT(PausesOf(made),
              ElementsAre(Pause::kDash, Pause::kSpeaker, Pause::kSpeaker, Pause::kChapter));
}

TEST(Segments, NarrationBetweenTwoParagraphsIsTheSameVoice) {
  const Made made = SegmentsOf({"It rained.", "It rained on."}, {"tom"});
  EXPECT_THAT(PausesOf(made), ElementsAre(Pause::kParagraph, Pause::kChapter));
}

TEST(Segments, AQuestionGoesOnWithItsCue) {
  EXPECT_EQ(SegmentsOf({R"("What?" he said.)"}, {"tom"}).segments[0].pause, Pause::kClause);
  EXPECT_EQ(SegmentsOf({R"("What?" Tom said.)"}, {"tom"}).segments[0].pause, Pause::kClause);
  EXPECT_EQ(SegmentsOf({R"("What?" Tom rose.)"}, {"tom"}).segments[0].pause, Pause::kSentence);
  EXPECT_EQ(SegmentsOf({R"("So." He said no more.)"}, {"tom"}).segments[0].pause, Pause::kSentence);
}

TEST(Segments, VerseLinesAreRead) {
  const Made made = SegmentsOf({"/ Row, row,", "/ Row your boat.", "/ Down the stream."}, {"tom"});
  EXPECT_THAT(PausesOf(made), ElementsAre(Pause::kClause, Pause::kSentence, Pause::kChapter));
}

TEST(Segments, LongTextIsCutAtSentences) {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "This is a sentence of Mr. Brown's about the weather. ";
  text.pop_back();
  const Made made = SegmentsOf({text}, {"tom"});
  EXPECT_EQ(made.segments.size(), 5U);
  for (std::size_t i = 0; i + 1 < made.segments.size(); ++i) {
    EXPECT_LE(made.segments[i].text.size(), 400U);
    EXPECT_TRUE(made.segments[i].text.ends_with("weather."));
    EXPECT_EQ(made.segments[i].pause, Pause::kSentence);
  }
}

TEST(Segments, LongSentencesAreCutAtClausesAndBetweenWords) {
  std::string clauses;
  for (int i = 0; i < 60; ++i) clauses += "and then it rained some more, ";
  clauses += "and ended.";
  for (const Segment& segment : SegmentsOf({clauses}, {"tom"}).segments) {
    EXPECT_LE(segment.text.size(), 600U);
    EXPECT_THAT(segment.pause, AnyOf(Pause::kClause, Pause::kChapter));
  }
  std::string words;
  for (int i = 0; i < 300; ++i) words += "więcej ";
  words += "end";
  for (const Segment& segment : SegmentsOf({words}, {"tom"}).segments) {
    EXPECT_LE(segment.text.size(), 610U);
    EXPECT_TRUE(segment.text.starts_with("więcej") || segment.text == "end");
  }
}

TEST(Segments, AWordIsNeverCut) {
  EXPECT_EQ(SegmentsOf({std::string(5000, 'x')}, {"tom"}).segments.size(), 1U);
}

TEST(Segments, HowALineIsSaid) {
  EXPECT_EQ(SegmentsOf({R"("Hush," whispered the old man.)"}, {"tom"}).segments[0].delivery,
            "whispered");
  EXPECT_EQ(SegmentsOf({R"("Stop," she cried.)"}, {"tom"}).segments[0].delivery, "cried");
  EXPECT_EQ(SegmentsOf({R"(He shouted, "Stop!")"}, {"tom"}).segments[1].delivery, "shouted");
  EXPECT_EQ(
      SegmentsOf({R"("Stop," he said. He had shouted before.)"}, {"tom"}).segments[0].delivery, "");
}

TEST(Segments, StressedWordsAreCountedInTheirSegment) {
  const Made made = SegmentsOf({"It was cold.", R"(He said, "It WAS very COLD.")"}, {"tom"});
  const Segment& line = made.segments.back();
  ASSERT_EQ(line.emphasis.size(), 2U);
  EXPECT_EQ(line.text.substr(line.emphasis[0].begin, 3), "WAS");
  EXPECT_EQ(line.text.substr(line.emphasis[1].begin, 4), "COLD");
}

TEST(Segments, ThoughtsAndDoubts) {
  EXPECT_TRUE(SegmentsOf({R"("Now or never," thought Ann.)"}, {"ann"}).segments[0].thought);
  EXPECT_LE(SegmentsOf({R"("Now or never.)"}, {"ann"}).segments[0].confidence, 0.5);
}

TEST(Segments, LettersAreReadAsSuch) {
  const std::string letter =
      R"("We have had rain for a week, and the roof, which you know, has let it in )"
      R"(wherever it could.")";
  const Made made =
      SegmentsOf({"The letter ran: " + letter, R"(The note ran: "Come at once.")"}, {"ann"});
  EXPECT_THAT(TextsOf(made), ElementsAre("narrator: The letter ran:", "narrator: " + letter,
                                         R"(narrator: The note ran: "Come at once.")"));
  EXPECT_EQ(made.segments[0].delivery, "");
  EXPECT_EQ(made.segments[1].delivery, kLetterDelivery);
  EXPECT_EQ(made.segments[2].delivery, "") << "a few words stay in their sentence";
}

}  // namespace
}  // namespace fullcast
