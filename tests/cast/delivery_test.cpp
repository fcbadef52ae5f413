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
  EXPECT_LT(whisper.pitch_range, 50);
  EXPECT_LT(whisper.rate_wpm, 175);
  EXPECT_GT(shout.gain_db, 1);
  EXPECT_GT(shout.pitch, 50);
  EXPECT_GT(shout.pitch_range, 50);
}

TEST(Delivery, NothingLeavesAFewDecibels) {
  for (const char* delivery : {"whispered", "shouted", "screamed", "sobbed", "growled"}) {
    EXPECT_LE(std::abs(Of(Said("So.", delivery), 1).gain_db), 6) << delivery;
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

}  // namespace
}  // namespace fullcast
