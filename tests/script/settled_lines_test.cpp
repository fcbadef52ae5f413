#include "script/settled_lines.h"

#include <gmock/gmock.h>

#include "book_of.h"
#include "script/annotate.h"

namespace fullcast {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<std::string>& Conversation() {
  static const std::vector<std::string> paragraphs = {
      "Thomas Reed met Walter Hunt at the gate, and Walter Hunt shook his head at Thomas Reed.",
      "\"You are late,\" said Thomas Reed.",
      "\"The bridge was down,\" said Walter Hunt.",
      "They walked on to the mill, where the wheel stood still.",
      "\"Is it broken?\"",
      "\"It has no water.\"",
      "\"Since when?\"",
      "\"Since the frost.\""};
  return paragraphs;
}

Segment* Find(Script& script, const std::string& text) {
  for (ScriptChapter& chapter : script.chapters) {
    for (Segment& segment : chapter.segments) {
      if (segment.text.find(text) != std::string::npos) return &segment;
    }
  }
  ADD_FAILURE() << "no segment says " << text;
  return nullptr;
}

std::string SpeakerOf(Script& script, const std::string& text) {
  return Find(script, text)->speaker;
}

// The script of the conversation with one line settled.
Script Settled(const std::string& text, const std::string& speaker) {
  Script script = Annotate(BookOf(Conversation()));
  Segment& line = *Find(script, text);
  line.speaker = speaker;
  line.reason = kSettled;
  line.confidence = 1;
  return script;
}

TEST(SettledLines, StaySettled) {
  for (const std::string speaker : {"thomas-reed", "walter-hunt", kUnknownSpeaker, kNarrator}) {
    const Script earlier = Settled("Is it broken", speaker);
    const SettledLines settled(earlier);
    Script script = Annotate(BookOf(Conversation()), settled);
    EXPECT_THAT(settled.Apply(script), IsEmpty());
    const Segment& line = *Find(script, "Is it broken");
    EXPECT_EQ(line.speaker, speaker);
    EXPECT_EQ(line.reason, kSettled);
    EXPECT_EQ(line.confidence, 1);
  }
}

TEST(SettledLines, HelpTheirNeighbours) {
  for (const auto& [first, second] :
       {std::pair{"thomas-reed", "walter-hunt"}, std::pair{"walter-hunt", "thomas-reed"}}) {
    const Script earlier = Settled("Is it broken", first);
    Script script = Annotate(BookOf(Conversation()), SettledLines(earlier));
    EXPECT_EQ(SpeakerOf(script, "It has no water"), second);
    EXPECT_EQ(SpeakerOf(script, "Since when"), first);
    EXPECT_EQ(SpeakerOf(script, "Since the frost"), second);
  }
}

TEST(SettledLines, KeepACharacterThatAPersonAdded) {
  Script earlier = Settled("Is it broken", "miller");
  earlier.characters.push_back({"miller", "Old Grist", {}, Gender::kMale, "old"});
  const SettledLines settled(earlier);
  Script script = Annotate(BookOf(Conversation()), settled);
  EXPECT_THAT(settled.Apply(script), IsEmpty());
  EXPECT_EQ(SpeakerOf(script, "Is it broken"), "miller");
  ASSERT_NE(script.FindCharacter("miller"), nullptr);
  EXPECT_EQ(script.FindCharacter("miller")->name, "Old Grist");
}

TEST(SettledLines, AreFoundWhereAnEditMovedThem) {
  std::vector<std::string> paragraphs = Conversation();
  paragraphs.insert(paragraphs.begin(), "\"Is it broken?\" somebody had asked long ago, at home.");
  const Script earlier = Settled("Is it broken", "walter-hunt");
  const SettledLines settled(earlier);
  Script script = Annotate(BookOf(paragraphs), settled);
  EXPECT_THAT(settled.Apply(script), IsEmpty());
  std::vector<std::string> reasons;
  for (const Segment& segment : script.chapters[0].segments) {
    if (segment.text == "\"Is it broken?\"") reasons.push_back(segment.reason);
  }
  ASSERT_EQ(reasons.size(), 2U);
  EXPECT_EQ(reasons[1], kSettled);
}

TEST(SettledLines, SaysWhichAreGone) {
  std::vector<std::string> paragraphs = Conversation();
  paragraphs[4] = "\"Is it whole?\"";
  const Script earlier = Settled("Is it broken", "walter-hunt");
  const SettledLines settled(earlier);
  Script script = Annotate(BookOf(paragraphs), settled);
  EXPECT_THAT(settled.Apply(script), ElementsAre("\"Is it broken?\""));
}

}  // namespace
}  // namespace fullcast
