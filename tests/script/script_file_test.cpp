#include "script/script_file.h"

#include <gmock/gmock.h>

#include "core/error.h"

namespace fullcast {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Script MakeScript() {
  Script script;
  script.book.id = "0123";
  script.book.title = "The Lamp";
  script.characters = {{"maren", "Maren", {"Captain Holt"}, Gender::kFemale, "old"}};
  Segment heading;
  heading.text = "Chapter I";
  heading.say = "Chapter One";
  heading.end = 9;
  heading.pause = Pause::kHeading;
  heading.heading = true;
  Segment line;
  line.speaker = "maren";
  line.text = "\"Who's there?\"";
  line.start = 11;
  line.end = 25;
  line.pause = Pause::kChapter;
  line.delivery = "whispered";
  line.emphasis = {{1, 6}, {7, 12}};
  line.reason = "turn";
  line.confidence = 0.87;
  script.chapters = {{"Chapter I", {heading, line}}};
  return script;
}

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

std::string MessageOf(const std::string& text) {
  try {
    ParseScript(text, "s.json");
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

TEST(ScriptFile, HasOneSegmentALine) {
  const std::string text = FormatScript(MakeScript(), "/books/lamp.txt", "abcd");
  EXPECT_THAT(text, HasSubstr("\n  {\"speaker\":\"narrator\",\"text\":\"Chapter I\","
                              "\"say\":\"Chapter One\",\"start\":0,\"end\":9,"
                              "\"pause\":\"heading\",\"heading\":true},\n"));
}

TEST(ScriptFile, ReadsBackWhatWasWritten) {
  const std::string text = FormatScript(MakeScript(), "/books/lamp.txt", "abcd");
  const ScriptFile file = ParseScript(text, "s.json");
  EXPECT_FALSE(file.edited);
  EXPECT_EQ(file.source_path, "/books/lamp.txt");
  EXPECT_EQ(file.source_hash, "abcd");
  EXPECT_EQ(FormatScript(file.script, "/books/lamp.txt", "abcd"), text);
}

TEST(ScriptFile, IsNotEditedWhateverTheConfidence) {
  for (const double confidence : {0.0, 1e-9, 0.12345678, 0.5, 0.9994, 0.9996, 0.99999999, 1.0}) {
    Script script = MakeScript();
    script.chapters[0].segments[1].confidence = confidence;
    EXPECT_FALSE(ParseScript(FormatScript(script, "", ""), "s.json").edited) << confidence;
  }
}

TEST(ScriptFile, StressedWordsAreStretchesOfTheText) {
  const std::string text = FormatScript(MakeScript(), "", "");
  EXPECT_THAT(text, HasSubstr("\"delivery\":\"whispered\",\"emphasis\":[[1,6],[7,12]]"));
  const ScriptFile shortened = ParseScript(Replaced(text, "Who's there?", "Who's"), "s.json");
  EXPECT_EQ(shortened.script.chapters[0].segments[1].emphasis.size(), 1U);
  EXPECT_THAT(MessageOf(Replaced(text, "[7,12]", "[5,12]")), HasSubstr("out of range"));
  EXPECT_THAT(MessageOf(Replaced(text, "[7,12]", "[7]")), HasSubstr("[begin, end]"));
}

TEST(ScriptFile, NamesASourceWhereItChanges) {
  Script script = MakeScript();
  Segment more = script.chapters[0].segments[1];
  more.source = "b.xhtml";
  more.language = "fr";
  more.start = 3;
  more.pronunciations = {{{1, 4}, "hu:"}, {{5, 10}, "\u00F0\u025B\u0259"}};
  for (Segment& segment : script.chapters[0].segments) segment.source = "a.xhtml";
  script.chapters[0].segments.push_back(more);
  const std::string text = FormatScript(script, "", "");
  EXPECT_THAT(text, HasSubstr("\"source\": \"a.xhtml\", \"segments\""));
  EXPECT_THAT(text, HasSubstr(",\"source\":\"b.xhtml\",\"start\":3"));
  EXPECT_THAT(text, Not(HasSubstr(",\"source\":\"a.xhtml\"")));
  const ScriptFile file = ParseScript(text, "s.json");
  EXPECT_FALSE(file.edited);
  const Segment& read = file.script.chapters[0].segments[2];
  EXPECT_EQ(read.source, "b.xhtml");
  EXPECT_EQ(read.language, "fr");
  EXPECT_EQ(read.pronunciations, more.pronunciations);
  EXPECT_THAT(MessageOf(Replaced(text, "[5,10,", "[3,10,")), HasSubstr("out of range"));
  EXPECT_THAT(MessageOf(Replaced(text, "[5,10,", "[5,")), HasSubstr("[begin, end, \"ipa\"]"));
}

TEST(ScriptFile, KnowsAnEditByHandFromAnotherLayout) {
  const std::string text = FormatScript(MakeScript(), "", "");
  EXPECT_FALSE(ParseScript(Replaced(text, "},\n  {", "}, {"), "s.json").edited);
  EXPECT_TRUE(ParseScript(Replaced(text, "Who's there", "Who is there"), "s.json").edited);
  EXPECT_TRUE(
      ParseScript(Replaced(text, "\"pause\":\"heading\"", "\"pause\":\"heading\",\"pause_ms\":900"),
                  "s.json")
          .edited);
}

TEST(ScriptFile, WhatIsWrittenOnAPersonsBehalfCountsAsEdited) {
  const std::string text = FormatScript(MakeScript(), "/books/lamp.txt", "abcd");
  ScriptFile file = ParseScript(text, "s.json");
  EXPECT_EQ(FormatScript(file), text);
  file.script.chapters[0].segments[1].speaker = kNarrator;
  const ScriptFile again = ParseScript(FormatScript(file), "s.json");
  EXPECT_TRUE(again.edited);
  EXPECT_EQ(again.source_path, "/books/lamp.txt");
  EXPECT_EQ(again.source_hash, "abcd");
  EXPECT_EQ(again.digest, file.digest);
  EXPECT_EQ(again.script.chapters[0].segments[1].speaker, kNarrator);
}

TEST(ScriptFile, ComplaintsNameTheirPlace) {
  const std::string text = FormatScript(MakeScript(), "", "");
  EXPECT_THAT(MessageOf(Replaced(text, "\"speaker\":\"maren\"", "\"speaker\":\"marn\"")),
              HasSubstr("s.json:9:14: unknown speaker \"marn\""));
  EXPECT_THAT(MessageOf(Replaced(text, "\"delivery\"", "\"delivry\"")),
              HasSubstr("unknown field \"delivry\""));
  EXPECT_THAT(MessageOf(Replaced(text, "\"heading\",", "\"haeding\",")),
              HasSubstr("unknown word \"haeding\"; known here: none, clause,"));
  EXPECT_THAT(MessageOf(Replaced(text, "\"start\":11", "\"start\":5")),
              HasSubstr("starts before the one above it ends"));
  EXPECT_THAT(MessageOf(Replaced(text, "\"end\":25", "\"end\":-25")), HasSubstr("out of range"));
  EXPECT_THAT(MessageOf(Replaced(text, "\"text\":\"Chapter I\"", "\"text\":7")),
              HasSubstr("expected a text"));
  EXPECT_THAT(MessageOf(Replaced(text, "\"id\":\"maren\"", "\"id\":\"narrator\"")),
              HasSubstr("can't be a character's id"));
  EXPECT_THAT(MessageOf(text.substr(0, text.size() / 2)), HasSubstr("broken JSON"));
  EXPECT_THAT(MessageOf("{\"book\":{},\"characters\":[],\"chapters\":[]}"),
              HasSubstr("no chapters"));
}

TEST(ScriptFile, IsEnoughWithItsFixedFields) {
  const ScriptFile file = ParseScript(
      R"({"book": {}, "characters": [{"id": "a"}], "chapters": [{"title": "T", "segments": [
          {"speaker": "a", "text": "Hello.", "start": 0, "end": 6}]}]})",
      "s.json");
  EXPECT_TRUE(file.edited);
  EXPECT_EQ(file.script.chapters[0].segments[0].pause, Pause::kNone);
}

}  // namespace
}  // namespace fullcast
