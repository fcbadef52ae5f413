#include "publish/time_map.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "core/error.h"
#include "publish/common_items.h"
#include "publish/timing_json.h"

namespace fullcast {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

struct Line {
  std::string text;
  std::int64_t samples_a_letter = 100;
};

constexpr std::int64_t kPause = 1'000;

// A rendering in which each letter takes as long, words are cut at spaces, and a pause follows each
// line. Chapters of several files begin at 0 each.
HeardBook Rendered(const std::vector<std::vector<Line>>& chapters, bool split = false) {
  Script script;
  Timeline timeline;
  std::int64_t at = 0;
  for (std::size_t c = 0; c < chapters.size(); ++c) {
    if (split) at = 0;
    TimedChapter timed{c, split ? std::to_string(c) + ".mp3" : "book.m4b", at, at, {}};
    ScriptChapter chapter{"", {}};
    for (const Line& line : chapters[c]) {
      Segment segment;
      segment.text = line.text;
      TimedSegment heard{chapter.segments.size(), at, 0, {}};
      for (std::size_t from = 0; from < line.text.size();) {
        const std::size_t end = std::min(line.text.find(' ', from), line.text.size());
        heard.words.push_back(
            {{from, end}, at + static_cast<std::int64_t>(from) * line.samples_a_letter});
        from = end + 1;
      }
      at += static_cast<std::int64_t>(line.text.size()) * line.samples_a_letter;
      heard.end = at;
      at += kPause;
      chapter.segments.push_back(segment);
      timed.segments.push_back(heard);
    }
    timed.end = at;
    timeline.chapters.push_back(timed);
    script.chapters.push_back(chapter);
  }
  return ParseTimingJson(WriteTimingJson(script, timeline), "timeline");
}

void ExpectAt(const TimeMap& map, std::int64_t old_sample, std::int64_t new_sample, bool kept) {
  const TimeMap::Found found = map.Find({"", old_sample});
  EXPECT_EQ(found.time.sample, new_sample) << old_sample;
  EXPECT_EQ(found.kept, kept) << old_sample;
}

TEST(CommonItems, FindsWhatIsKeptAroundWhatIsNot) {
  EXPECT_THAT(CommonItems({"a", "x", "b", "c"}, {"a", "b", "y", "z", "c"}),
              ElementsAre(Pair(0, 0), Pair(2, 1), Pair(3, 4)));
  EXPECT_THAT(CommonItems({"1", "2", "3", "4"}, {"0", "2", "1", "3", "5"}),
              ElementsAre(Pair(1, 1), Pair(2, 3)));
  EXPECT_TRUE(CommonItems({"a", "a"}, {"b"}).empty());
}

TEST(TimeMap, TheSameRenderingIsOneSpan) {
  const HeardBook book = Rendered({{{"It was late."}, {"Who is there?"}}, {{"Snow!"}}});
  const TimeMap map(book, book);
  ASSERT_EQ(map.spans().size(), 1U);
  EXPECT_EQ(map.KeptShare(), 1);
  for (const std::int64_t sample : {0, 1, 2'345, 4'700}) ExpectAt(map, sample, sample, true);
}

TEST(TimeMap, AnInsertedLineMovesWhatFollows) {
  const TimeMap map(Rendered({{{"It was late."}, {"Who is there?"}}}),
                    Rendered({{{"It was late."}, {"So it was."}, {"Who is there?"}}}));
  constexpr std::int64_t kInserted = 1'000 + kPause;
  ExpectAt(map, 500, 500, true);
  ExpectAt(map, 2'200 + 300, 2'200 + 300 + kInserted, true);
  ExpectAt(map, 1'200 + 499, 1'200, false);  // in the pause that is another one now
  ExpectAt(map, 1'200 + 501, 2'200 + kInserted, false);
}

TEST(TimeMap, InAChangedLineTheWordsThatStayAreFound) {
  const TimeMap map(Rendered({{{"It was very late."}, {"Snow!"}}}),
                    Rendered({{{"It was rather late."}, {"Snow!"}}}));
  ExpectAt(map, 350, 350, true);                // "was"
  ExpectAt(map, 700, 700, false);               // "very": the end of what is before it
  ExpectAt(map, 1'199, 700 + 7 * 100, false);   // ... and the begin of what follows it
  ExpectAt(map, 1'300, 1'300 + 2 * 100, true);  // "late"
  ExpectAt(map, 2'700 + 50, 2'900 + 50, true);  // "Snow!"
}

TEST(TimeMap, AnotherVoiceIsFollowedWordByWord) {
  const TimeMap map(Rendered({{{"It was late.", 100}}}), Rendered({{{"It was late.", 50}}}));
  ExpectAt(map, 700, 350, true);
  ExpectAt(map, 900, 450, true);
}

TEST(TimeMap, FindsChaptersInFilesOfTheirOwn) {
  const std::vector<std::vector<Line>> text = {{{"It was late."}}, {{"Who is there?"}}};
  const TimeMap split(Rendered(text), Rendered(text, true));
  const TimeMap::Found found = split.Find({"", 2'200 + 300});
  EXPECT_EQ(found.time.file, "1.mp3");
  EXPECT_EQ(found.time.sample, 300);
  const TimeMap joined(Rendered(text, true), Rendered(text));
  EXPECT_EQ(joined.Find({"1.mp3", 300}).time.sample, 2'200 + 300);
  EXPECT_EQ(joined.Find({"0.mp3", 2'200}).time.sample, 2'200);
  EXPECT_THROW(static_cast<void>(joined.Find({"", 0})), Error);
  EXPECT_THROW(static_cast<void>(joined.Find({"2.mp3", 0})), Error);
  EXPECT_THROW(static_cast<void>(joined.Find({"0.mp3", 2'201})), Error);
}

TEST(TimeMap, CoversTheWholeOldSoundInOrder) {
  const HeardBook old_book =
      Rendered({{{"a b c d"}, {"e f"}}, {{"g h"}, {"i j k"}}, {{"l m n"}}}, true);
  const TimeMap map(old_book, Rendered({{{"x"}, {"a b q d"}}, {{"e f"}, {"h g"}, {"l m n"}}}));
  std::int64_t old_at = 0;
  std::int64_t new_at = 0;
  for (const MappedSpan& span : map.spans()) {
    EXPECT_EQ(span.old_begin, old_at);
    EXPECT_GT(span.old_end, span.old_begin);
    EXPECT_GE(span.new_begin, new_at);
    EXPECT_GE(span.new_end, span.new_begin);
    old_at = span.old_end;
    new_at = span.new_end;
  }
  EXPECT_EQ(old_at, old_book.Samples());
}

TEST(TimeMap, TwoBooksHaveNoMap) {
  EXPECT_THROW(TimeMap(Rendered({{{"It was late."}}}), Rendered({{{"Snow!"}}})), Error);
}

TEST(ParseTimingJson, RefusesTimesThatRunBackwards) {
  const auto timeline = [](const std::string& first, const std::string& second) {
    return R"({"book":"","rate_hz":22050,"chapters":[{"file":"a","samples":[0,100],"segments":[)"
           R"({"text":"a","samples":)" +
           first + R"(,"words":[]},{"text":"b","samples":)" + second + R"(,"words":[]}]}]})";
  };
  EXPECT_EQ(ParseTimingJson(timeline("[0,10]", "[10,20]"), "t").words.size(), 2U);
  EXPECT_THROW(ParseTimingJson(timeline("[0,10]", "[9,20]"), "t"), Error);
  EXPECT_THROW(ParseTimingJson(timeline("[0,10]", "[20,19]"), "t"), Error);
  EXPECT_THROW(ParseTimingJson(timeline("[0,10]", "[10,101]"), "t"), Error);
  EXPECT_THROW(ParseTimingJson("{}", "t"), Error);
}

}  // namespace
}  // namespace fullcast
