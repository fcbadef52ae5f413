#include "cast/delivery.h"

#include <gmock/gmock.h>

#include <cmath>

namespace fullcast {
namespace {

Segment Said(const std::string& text, const std::string& delivery = "") {
  Segment segment;
  segment.speaker = "ann";
  segment.text = text;
  segment.delivery = delivery;
  return segment;
}

Voice Of(const Segment& segment, double expression = kModerateExpression) {
  return DeliveredVoice({}, segment, {}, expression);
}

TEST(Delivery, AWhisperIsSofterAndLowerAShoutLouderAndHigher) {
  const Voice whisper = Of(Said("Hush.", "whispered"));
  const Voice shout = Of(Said("Stop!", "shouted"));
  EXPECT_LT(whisper.gain_db, -2);
  EXPECT_LE(shout.gain_db, 2) << "so that the narration behind it does not seem to sink";
  EXPECT_LT(whisper.pitch_range, 50);
  EXPECT_LT(whisper.rate_wpm, 175);
  EXPECT_GT(shout.gain_db, 1);
  EXPECT_GT(shout.pitch, 50);
  EXPECT_GT(shout.pitch_range, 50);
}

TEST(Delivery, NothingLeavesAFewDecibels) {
  for (const char* delivery : {"whispered", "shouted", "screamed", "sobbed", "growled"}) {
    EXPECT_LE(std::abs(Of(Said("So.", delivery), 1).gain_db), 10) << delivery;
  }
}

TEST(Delivery, MarksTellQuestionsAndExclamations) {
  EXPECT_GT(Of(Said("“Who is there?”")).pitch_range, 50);
  EXPECT_GT(Of(Said("“Stop!”")).gain_db, 0);
  EXPECT_EQ(Of(Said("“So it is.”")), Voice{});
}

TEST(Delivery, WithoutExpressionNothingChanges) {
  EXPECT_EQ(Of(Said("Stop!", "shouted"), 0), Voice{});
}

TEST(Delivery, StaysInTheRangesOfAVoice) {
  Voice voice;
  voice.pitch = 95;
  voice.pitch_range = 90;
  voice.rate_wpm = 445;
  const Voice shout = DeliveredVoice(voice, Said("Stop!", "screamed"), {}, 1);
  EXPECT_LE(shout.pitch, 99);
  EXPECT_LE(shout.pitch_range, 99);
  EXPECT_LE(shout.rate_wpm, 449);
}

TEST(Delivery, HeSaidBetweenTwoHalvesIsQuickAndLow) {
  ScriptChapter chapter;
  chapter.segments = {Said("“Well,”"), {}, Said("“so it is.”")};
  chapter.segments[0].pause = Pause::kClause;
  chapter.segments[1].text = "said Ann,";
  chapter.segments[1].pause = Pause::kClause;
  EXPECT_TRUE(IsBetweenSpeech(chapter, 1));
  const Voice voice = DeliveredVoice({}, chapter.segments[1], {true}, kModerateExpression);
  EXPECT_GT(voice.rate_wpm, 175);
  EXPECT_LT(voice.pitch, 50);
  chapter.segments[2].speaker = "bob";
  EXPECT_FALSE(IsBetweenSpeech(chapter, 1));
}

TEST(Delivery, OnlyAWhisperHasNoTone) {
  EXPECT_EQ(Of(Said("Hush.", "whispered")).whisper, 1);
  EXPECT_EQ(Of(Said("Hush.", "whispered"), 1).whisper, 1);
  EXPECT_LT(Of(Said("Hush.", "murmured")).whisper, 0.5);
  EXPECT_EQ(Of(Said("Stop!", "shouted")).whisper, 0);
}

TEST(Delivery, ALetterIsReadSlowerByTheNarrator) {
  Segment letter = Said("My dear Ann, we are all well.", kLetterDelivery);
  letter.speaker = kNarrator;
  EXPECT_LT(Of(letter).rate_wpm, 175);
  EXPECT_LT(Of(letter).pitch_range, 50);
}

TEST(Delivery, GrowsWithTheExpression) {
  for (const char* delivery : {"whispered", "shouted", "letter", "sobbed"}) {
    Voice last;
    for (const double expression : {0.25, 0.5, 0.75, 1.0}) {
      const Voice now = Of(Said("So it is.", delivery), expression);
      EXPECT_GE(std::abs(now.gain_db), std::abs(last.gain_db)) << delivery;
      EXPECT_GE(std::abs(now.pitch_range - 50), std::abs(last.pitch_range - 50)) << delivery;
      EXPECT_GE(std::abs(now.rate_wpm - 175), std::abs(last.rate_wpm - 175)) << delivery;
      last = now;
    }
  }
}

TEST(Delivery, SingleWordsInItalicsAreStressedNotTheWholeLine) {
  Segment line = Said("I never said so.");
  EXPECT_FALSE(StressesWords(line));
  line.emphasis = {{2, 7}};
  EXPECT_TRUE(StressesWords(line));
  EXPECT_EQ(Of(line), Voice{});
  line.emphasis = {{0, line.text.size()}};
  EXPECT_FALSE(StressesWords(line));
  EXPECT_GT(Of(line).pitch_range, 50);
}

}  // namespace
}  // namespace fullcast
