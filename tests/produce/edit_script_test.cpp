#include "produce/scripting/edit_script.h"

#include <gmock/gmock.h>

#include "core/error.h"

namespace fullcast {
namespace {

using ::testing::ElementsAre;

Script WithChapters(std::size_t count) {
  Script script;
  for (std::size_t i = 1; i <= count; ++i) {
    script.chapters.push_back({std::to_string(i), {}});
  }
  return script;
}

std::vector<std::string> Kept(const ChapterChoice& choice) {
  Script script = WithChapters(6);
  KeepChapters(script, choice);
  std::vector<std::string> titles;
  for (const ScriptChapter& chapter : script.chapters) titles.push_back(chapter.title);
  return titles;
}

TEST(KeepChapters, TakesAllUnlessToldOtherwise) {
  EXPECT_THAT(Kept({}), ElementsAre("1", "2", "3", "4", "5", "6"));
}

TEST(KeepChapters, TakesARangeOrAList) {
  EXPECT_THAT(Kept({.from = 3, .to = 4, .list = ""}), ElementsAre("3", "4"));
  EXPECT_THAT(Kept({.from = 5, .to = 0, .list = ""}), ElementsAre("5", "6"));
  EXPECT_THAT(Kept({.from = 1, .to = 0, .list = "1, 3-4,6"}), ElementsAre("1", "3", "4", "6"));
  EXPECT_THAT(Kept({.from = 1, .to = 0, .list = "6,1"}), ElementsAre("1", "6"));
}

TEST(KeepChapters, LeavesThemTheirNumbers) {
  Script script = WithChapters(6);
  KeepChapters(script, {.from = 1, .to = 0, .list = "2,5"});
  AddCredits(script);
  std::vector<std::size_t> numbers;
  for (const ScriptChapter& chapter : script.chapters) numbers.push_back(chapter.number);
  EXPECT_THAT(numbers, ElementsAre(0, 2, 5, 0));
}

TEST(KeepChapters, RefusesWhatIsNotThere) {
  EXPECT_THROW(Kept({.from = 7, .to = 0, .list = ""}), Error);
  EXPECT_THROW(Kept({.from = 1, .to = 0, .list = "0"}), Error);
  EXPECT_THROW(Kept({.from = 1, .to = 0, .list = "two"}), Error);
  EXPECT_THROW(Kept({.from = 1, .to = 0, .list = "1-"}), Error);
  EXPECT_THROW(Kept({.from = 4, .to = 3, .list = ""}), Error);
}

TEST(LeaveDoubtfulUnknown, TakesSpeechThatIsLessSureThanAskedFor) {
  Script script = WithChapters(1);
  std::vector<Segment>& segments = script.chapters[0].segments;
  segments.resize(4);
  segments[1].speaker = "maren";
  segments[1].confidence = 0.5;
  segments[2].speaker = "maren";
  segments[2].confidence = 0.49;
  segments[3].confidence = 0.1;  // narration

  LeaveDoubtfulUnknown(script, 0);
  EXPECT_EQ(segments[2].speaker, "maren");
  LeaveDoubtfulUnknown(script, 0.5);
  EXPECT_EQ(segments[0].speaker, kNarrator);
  EXPECT_EQ(segments[1].speaker, "maren");
  EXPECT_EQ(segments[2].speaker, kUnknownSpeaker);
  EXPECT_EQ(segments[3].speaker, kNarrator);
}

TEST(AddCredits, SpeaksTitleAuthorAndNarrator) {
  Script script = WithChapters(1);
  script.book.title = "The Lamp";
  script.book.author = "A. Writer";
  AddCredits(script);
  ASSERT_EQ(script.chapters.size(), 3U);
  EXPECT_EQ(script.chapters.front().segments.at(0).text,
            "The Lamp, by A. Writer. Read by eSpeak NG.");
  EXPECT_EQ(script.chapters.back().title, "Closing credits");
}

TEST(AddAcxParts, TheSampleIsSomeMinutesFromTheBeginOfTheBook) {
  Script script = WithChapters(2);
  for (ScriptChapter& chapter : script.chapters) {
    Segment heading;
    heading.heading = true;
    heading.text = "Chapter";
    chapter.segments.push_back(heading);
    for (int i = 0; i < 40; ++i) {
      Segment segment;
      segment.text = std::string(100, 'x');  // 5.5 seconds
      segment.pause = i % 2 == 0 ? Pause::kSentence : Pause::kParagraph;
      chapter.segments.push_back(segment);
    }
    Segment skipped;
    skipped.skip = "footnote";
    chapter.segments.push_back(skipped);
  }
  AddAcxParts(script);
  ASSERT_EQ(script.chapters.size(), 5U);
  EXPECT_EQ(script.chapters[0].title, "Opening credits");
  EXPECT_EQ(script.chapters[3].title, "Closing credits");
  const ScriptChapter& sample = script.chapters[4];
  EXPECT_EQ(sample.title, "Retail Audio Sample");
  EXPECT_EQ(sample.segments.size(), 34U);  // 187 seconds, to the end of a paragraph
  for (const Segment& segment : sample.segments) {
    EXPECT_TRUE(segment.skip.empty() && !segment.heading);
  }
  EXPECT_EQ(sample.segments.back().pause, Pause::kChapter);
}

}  // namespace
}  // namespace fullcast
