#include "script/check.h"

#include <gmock/gmock.h>

namespace fullcast {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// "One.  _Two_." as a heading "One." and a text "Two.", then a scene break.
Book SmallBook() {
  const std::string bytes = "One.\n\n_Two_ \nthree.\n\n***\n";
  Block heading{BlockKind::kHeading, "One.", "", {0, 4}, {{0, 0}}, {}, ""};
  Block text{BlockKind::kText,
             "Two three.",
             "",
             {6, 19},
             {{0, 6}, {1, 8}, {3, 11}, {4, 13}},
             {{0, 3}},
             ""};
  Block scene{BlockKind::kSceneBreak, "***", "", {21, 24}, {{0, 21}}, {}, "scene break"};
  return {{}, {{"One", {heading, text, scene}}}, {{"a.txt", bytes}}, {}};
}

Segment Said(const std::string& text, std::size_t start, std::size_t end) {
  Segment segment;
  segment.text = text;
  segment.start = start;
  segment.end = end;
  segment.source = "a.txt";
  return segment;
}

Script SmallScript() {
  Segment scene = Said("***", 21, 24);
  scene.skip = "scene break";
  return {
      {}, {}, {{"One", {Said("One.", 0, 4), Said("Two", 6, 11), Said("three.", 13, 19), scene}}}};
}

TEST(CheckScript, ProvesAWholeScript) {
  EXPECT_THAT(CheckScript(SmallScript(), SmallBook()), IsEmpty());
}

TEST(CheckScript, DoesNotMindWhiteSpace) {
  Script script = SmallScript();
  auto& segments = script.chapters[0].segments;
  segments[1] = Said(" Two\n three. ", 5, 20);
  segments.erase(segments.begin() + 2);
  EXPECT_THAT(CheckScript(script, SmallBook()), IsEmpty());
}

TEST(CheckScript, FindsWhatIsDropped) {
  Script script = SmallScript();
  script.chapters[0].segments.erase(script.chapters[0].segments.begin() + 2);
  EXPECT_THAT(CheckScript(script, SmallBook()),
              ElementsAre(AllOf(HasSubstr("before chapter 1, segment 3"), HasSubstr("a.txt:4:1"),
                                HasSubstr("three."))));
  script.chapters[0].segments.pop_back();
  EXPECT_THAT(CheckScript(script, SmallBook()), ElementsAre(HasSubstr("behind the last segment")));
}

TEST(CheckScript, FindsADroppedMark) {
  Script script = SmallScript();
  script.chapters[0].segments[1].start = 7;
  EXPECT_THAT(CheckScript(script, SmallBook()), Contains(HasSubstr("a.txt:3:1 is in no segment")));
}

TEST(CheckScript, FindsWhatIsDoubled) {
  Script script = SmallScript();
  auto& segments = script.chapters[0].segments;
  segments.insert(segments.begin() + 1, segments[0]);
  EXPECT_THAT(CheckScript(script, SmallBook()),
              ElementsAre("chapter 1, segment 2: holds what a segment before it holds"));
}

TEST(CheckScript, TellsWhatWasEdited) {
  Script script = SmallScript();
  script.chapters[0].segments[2].text = "four.";
  EXPECT_THAT(CheckScript(script, SmallBook()),
              ElementsAre("chapter 1, segment 3: says \"four.\" where the book has \"three.\""));
}

TEST(CheckScript, WantsAReasonForWhatTheBookSkips) {
  Script script = SmallScript();
  script.chapters[0].segments[3].skip.clear();
  EXPECT_THAT(CheckScript(script, SmallBook()), ElementsAre(HasSubstr("segment 4: reads aloud")));
}

TEST(CheckScript, RefusesPlacesThatAreNone) {
  Script script = SmallScript();
  script.chapters[0].segments[3].end = 99;
  EXPECT_THAT(CheckScript(script, SmallBook()),
              ElementsAre(HasSubstr("segment 4: bytes 21 to 99"), HasSubstr("a.txt:6:1")));
  script = SmallScript();
  script.chapters.push_back({"Two", {Said("b", 0, 1)}});
  script.chapters.back().segments[0].source = "b.txt";
  EXPECT_THAT(CheckScript(script, SmallBook()), ElementsAre(HasSubstr("no file \"b.txt\"")));
}

TEST(CheckScript, KnowsWhiteSpaceInEveryEncoding) {
  const std::string bytes(
      "\xFF\xFE"
      "a\0 \0b\0",
      8);
  const Block text{BlockKind::kText, "a b", "", {2, 8}, {{0, 2}, {1, 4}, {2, 6}}, {}, ""};
  const Book book{{}, {{"One", {text}}}, {{"a.txt", bytes}}, {}};
  const Script script{{}, {}, {{"One", {Said("a", 2, 4), Said("b", 6, 8)}}}};
  EXPECT_THAT(CheckScript(script, book), IsEmpty());
}

}  // namespace
}  // namespace fullcast
