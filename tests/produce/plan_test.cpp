#include "produce/pieces/plan.h"

#include <gmock/gmock.h>

#include <set>

#include "core/error.h"
#include "produce/pieces/render_job.h"

namespace fullcast {
namespace {

// A chapter of paragraphs that differ from each other.
Script LongScript(std::size_t paragraphs) {
  Script script;
  script.chapters.push_back({"One", {}});
  for (std::size_t i = 0; i < paragraphs; ++i) {
    Segment segment;
    segment.text = "Paragraph number " + std::to_string(i) + " says this and that, and then some.";
    segment.pause = Pause::kParagraph;
    script.chapters.back().segments.push_back(segment);
  }
  return script;
}

Cast NarratorOnly() {
  Cast cast;
  cast.roles[kNarrator] = {"narrator", Voice{}};
  cast.roles[kUnknownSpeaker] = {"unknown", Voice{}};
  cast.roles[kUnknownSpeaker].voice.pitch = 60;
  return cast;
}

std::set<std::string> KeysOf(const Script& script) {
  std::set<std::string> keys;
  for (const Piece& piece : PlanPieces(script, NarratorOnly(), {})) {
    keys.insert(Serialize(RenderJob{piece, {}, {}}));
  }
  return keys;
}

TEST(PlanPieces, HoldsEveryLineOnceInOrder) {
  const Script script = LongScript(500);
  std::size_t next = 0;
  const std::vector<Piece> pieces = PlanPieces(script, NarratorOnly(), {});
  EXPECT_GT(pieces.size(), 5U);
  for (const Piece& piece : pieces) {
    EXPECT_EQ(piece.chapter, 0U);
    EXPECT_LT(LettersIn(piece), 3'000U);
    for (const Line& line : piece.lines) EXPECT_EQ(line.segment, next++);
  }
  EXPECT_EQ(next, 500U);
}

// How many pieces of an edited script have to be rendered that those of the other one don't hold.
std::size_t Changed(const std::set<std::string>& before, const Script& edited) {
  const std::set<std::string> after = KeysOf(edited);
  std::vector<std::string> changed;
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(),
                      std::back_inserter(changed));
  return changed.size();
}

TEST(PlanPieces, AnEditOfAnyLineChangesItsPieceAndNoOther) {
  const Script script = LongScript(300);
  const std::set<std::string> before = KeysOf(script);
  for (std::size_t i = 0; i < 300; ++i) {
    Script edited = script;
    Segment& segment = edited.chapters[0].segments[i];
    segment.say = "What is said here is something else, and rather longer than what is written.";
    EXPECT_EQ(Changed(before, edited), 1U) << "said otherwise: " << i;
    segment.say.clear();
    segment.speaker = kUnknownSpeaker;
    segment.emphasis = {{0, 9}};
    EXPECT_EQ(Changed(before, edited), 1U) << "another voice: " << i;
  }
}

TEST(PlanPieces, AnEditOfTheBookHardlyEverMovesAnEnd) {
  const Script script = LongScript(300);
  const std::set<std::string> before = KeysOf(script);
  std::size_t others = 0;
  for (std::size_t i = 0; i < 300; ++i) {
    Script edited = script;
    std::string& text = edited.chapters[0].segments[i].text;
    text.replace(text.find("that"), 4, "whatever it is");
    others += Changed(before, edited) - 1;
  }
  EXPECT_LE(others, 15U) << "of 300 edits";
}

TEST(PlanPieces, SkippedSegmentsAreNotSpoken) {
  Script script = LongScript(3);
  script.chapters[0].segments[1].skip = "scene break";
  const std::vector<Piece> pieces = PlanPieces(script, NarratorOnly(), {});
  ASSERT_EQ(pieces.size(), 1U);
  ASSERT_EQ(pieces[0].lines.size(), 2U);
  EXPECT_EQ(pieces[0].lines[1].segment, 2U);
}

TEST(PlanPieces, WhatIsToBeSaidWinsOverTheText) {
  Script script = LongScript(1);
  script.chapters[0].segments[0].say = "Chapter One";
  EXPECT_EQ(PlanPieces(script, NarratorOnly(), {})[0].lines[0].utterance.text, "Chapter One");
}

TEST(PlanPieces, OnlyWhatALexiconSaysOfALineGoesWithIt) {
  Script script = LongScript(2);
  script.chapters[0].segments[1].text = "Ann met Bob.";
  script.chapters[0].segments[1].pronunciations = {{{8, 11}, "bɒb"}};
  SpeakingStyle style;
  style.lexicon = ParseLexicon("Ann = Anne\nBob = Bobb\nCarl = Karl", "l.txt").entries;
  const std::vector<Piece> pieces = PlanPieces(script, NarratorOnly(), {}, style);
  EXPECT_TRUE(pieces[0].lines[0].utterance.spoken_as.empty());
  const std::vector<SpokenAs>& spoken = pieces[0].lines[1].utterance.spoken_as;
  ASSERT_EQ(spoken.size(), 2U);
  EXPECT_EQ(spoken[0].say_as.spoken, "Anne");
  EXPECT_EQ(spoken[1].say_as, (SayAs{Notation::kIpa, "bɒb"})) << "the book's own word wins";
}

TEST(PlanPieces, APassageInAnotherLanguageGetsItsVoice) {
  Script script = LongScript(1);
  script.chapters[0].segments[0].language = "fr-FR";
  EXPECT_EQ(PlanPieces(script, NarratorOnly(), {})[0].lines[0].utterance.voice.engine_voice,
            "roa/fr");
}

TEST(PlanPieces, APauseWrittenByHandWinsOverItsClass) {
  Script script = LongScript(1);
  script.chapters[0].segments[0].pause_ms = 1000;
  EXPECT_EQ(PlanPieces(script, NarratorOnly(), {})[0].lines[0].pause_samples, 22'050U);
}

TEST(PlanPieces, PiecesEndInSilenceUnlessTheyGrowTooLong) {
  Script script = LongScript(500);
  for (Segment& segment : script.chapters[0].segments) segment.pause = Pause::kNone;
  for (const Piece& piece : PlanPieces(script, NarratorOnly(), {})) {
    EXPECT_LT(LettersIn(piece), 5'200U);
  }
  script = LongScript(20);
  for (Segment& segment : script.chapters[0].segments) segment.pause_ms = 600'000;
  EXPECT_EQ(PlanPieces(script, NarratorOnly(), {}).size(), 20U);
}

TEST(PlanPieces, ASegmentMoreChangesNoPieceBehindIt) {
  Script script = LongScript(500);
  const std::set<std::string> before = KeysOf(script);
  auto& segments = script.chapters[0].segments;
  segments.insert(segments.begin() + 100, segments[3]);
  EXPECT_LE(Changed(before, script), 2U);
}

TEST(PlanPieces, NoLineOrPieceIsEndless) {
  Script script = LongScript(1);
  Segment& segment = script.chapters[0].segments[0];
  segment.text.clear();
  for (int i = 0; i < 40'000; ++i) segment.text += "word ";
  std::size_t letters = 0;
  for (const Piece& piece : PlanPieces(script, NarratorOnly(), {})) {
    EXPECT_LT(LettersIn(piece), 5'000U);
    for (const Line& line : piece.lines) EXPECT_LE(line.utterance.text.size(), 2'000U);
    letters += LettersIn(piece);
  }
  EXPECT_EQ(letters, segment.text.size());
}

TEST(PlanPieces, NamesTheSpeakerWhoHasNoRole) {
  Script script = LongScript(1);
  script.chapters[0].segments[0].speaker = "bob";
  try {
    PlanPieces(script, NarratorOnly(), {});
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("no voice for \"bob\""));
  }
}

TEST(PlanPieces, WhatIsLeftOutIsOneLineHoweverLongItIs) {
  std::string code = "The key: ";
  for (int i = 0; code.size() < 200'000; ++i) code += "a7" + std::to_string(i % 9) + "Zq";
  Script script = LongScript(1);
  script.chapters[0].segments[0].text = code + " That was it.";
  const auto pieces = PlanPieces(script, NarratorOnly(), {});
  std::size_t lines = 0;
  for (const Piece& piece : pieces) lines += piece.lines.size();
  EXPECT_LE(lines, 3U);
  EXPECT_THAT(pieces.back().lines.back().utterance.text, ::testing::EndsWith("That was it."));
}

SharedSound SoundOf(std::size_t samples) { return std::make_shared<const Samples>(samples, 0.1F); }

TEST(PlanPieces, SoundsStandWhereTheyBelong) {
  Script script = LongScript(3);
  script.chapters[0].segments[0].skip = "a table";
  script.chapters[0].segments[1].pause = Pause::kScene;
  script.chapters.push_back(LongScript(2).chapters[0]);
  const BookSounds sounds{SoundOf(1), SoundOf(2), SoundOf(3), SoundOf(4)};
  std::vector<std::size_t> order;  // sizes of the sounds, 0 for what is spoken
  for (const Piece& piece : PlanPieces(script, NarratorOnly(), {}, {}, sounds)) {
    for (const Line& line : piece.lines) {
      EXPECT_GE(line.segment, piece.lines.front().segment);
      order.push_back(line.sound ? line.sound->size() : 0);
    }
  }
  EXPECT_EQ(order, (std::vector<std::size_t>{1, 0, 4, 0, 3, 0, 0, 2}));
}

TEST(PlanPieces, ASoundLiesInTheMiddleOfItsPause) {
  Script script = LongScript(2);
  script.chapters[0].segments[0].pause = Pause::kScene;
  BookSounds sounds;
  sounds.scene_break = SoundOf(4);
  const std::vector<Line> lines = PlanPieces(script, NarratorOnly(), {}, {}, sounds)[0].lines;
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].pause_samples + lines[1].pause_samples, SamplesIn(1800));
  EXPECT_EQ(lines[0].pause_samples, SamplesIn(1800) / 2);
}

TEST(PlanPieces, AChapterMayBeginWithARoom) {
  Profile profile;
  profile.chapter_lead_ms = 750;
  const std::vector<Line> lines = PlanPieces(LongScript(1), NarratorOnly(), profile)[0].lines;
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].utterance.text, "");
  EXPECT_EQ(lines[0].pause_samples, SamplesIn(750));
}

}  // namespace
}  // namespace fullcast
