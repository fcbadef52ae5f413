#include "publish/captions.h"

#include <gtest/gtest.h>

#include "core/error.h"
#include "core/pcm.h"
#include "publish/timing_json.h"

namespace fullcast {
namespace {

Script SomeScript() {
  Script script;
  script.characters.push_back({"maren", "Maren & Co", {}, Gender::kFemale, ""});
  Segment narrated;
  narrated.text = "It was late.";
  Segment spoken;
  spoken.text = "Who <is> there?";
  spoken.speaker = "maren";
  script.chapters.push_back({"One", {narrated, spoken}});
  return script;
}

Timeline SomeTimeline() {
  Timeline timeline;
  TimedChapter chapter{0, "book.mp3", 0, 5 * kSampleRateHz, {}};
  chapter.segments.push_back({0, 0, kSampleRateHz, {{{0, 2}, 0}, {{3, 6}, 5'000}}});
  chapter.segments.push_back({1, 2 * kSampleRateHz, 4 * kSampleRateHz, {}});
  timeline.chapters.push_back(chapter);
  return timeline;
}

TEST(WriteVtt, NamesSpeakersAndEscapesMarkup) {
  EXPECT_EQ(WriteVtt(SomeScript(), SomeTimeline().chapters),
            "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n<v Narrator>It was late.\n\n"
            "00:00:02.000 --> 00:00:04.000\n<v Maren &amp; Co>Who &lt;is&gt; there?\n");
}

TEST(WriteSrt, CountsItsLines) {
  EXPECT_EQ(WriteSrt(SomeScript(), SomeTimeline().chapters),
            "1\n00:00:00,000 --> 00:00:01,000\nIt was late.\n\n"
            "2\n00:00:02,000 --> 00:00:04,000\nMaren & Co: Who <is> there?\n\n");
}

TEST(CheckTimeline, FindsWhatIsMissingTwiceOrOutOfOrder) {
  const Script script = SomeScript();
  Timeline timeline = SomeTimeline();
  EXPECT_NO_THROW(CheckTimeline(script, timeline));
  auto& segments = timeline.chapters[0].segments;
  const TimedSegment last = segments[1];
  segments.pop_back();
  EXPECT_THROW(CheckTimeline(script, timeline), Error);
  segments.push_back(last);
  segments.push_back(last);
  EXPECT_THROW(CheckTimeline(script, timeline), Error);
  segments.pop_back();
  segments[1].begin = 1'000;
  EXPECT_THROW(CheckTimeline(script, timeline), Error);
}

TEST(CheckTimeline, FindsAMissingChapterAndOneTwice) {
  const Script script = SomeScript();
  Timeline timeline = SomeTimeline();
  timeline.chapters.push_back(timeline.chapters.front());
  EXPECT_THROW(CheckTimeline(script, timeline), Error);
  timeline.chapters.clear();
  EXPECT_THROW(CheckTimeline(script, timeline), Error);
}

}  // namespace
}  // namespace fullcast
