// Doubtful speakers: listed, settled, explained, or left to the role "unknown".
#include <gmock/gmock.h>

#include <string>

#include "cli/program.h"
#include "core/json.h"

namespace fullcast {
namespace {

using test::Program;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kScript = R"({"book": {"title": "The Lamp"},
"characters": [{"id": "maren", "name": "Maren"}, {"id": "dunn", "name": "Mr. Dunn"}],
"chapters": [{"title": "One", "segments": [
  {"speaker": "narrator", "text": "It was late.", "start": 0, "end": 12, "pause": "paragraph"},
  {"speaker": "maren", "text": "\"I am,\"", "start": 14, "end": 21, "pause": "clause",
   "reason": "turn", "confidence": 0.31},
  {"speaker": "narrator", "text": "said somebody,", "start": 22, "end": 36, "pause": "clause"},
  {"speaker": "maren", "text": "\"quite sure.\"", "start": 37, "end": 50, "pause": "speaker",
   "reason": "turn", "confidence": 0.31},
  {"speaker": "dunn", "text": "\"Good.\"", "start": 52, "end": 59, "pause": "chapter",
   "reason": "explicit", "confidence": 0.97}]}]})";

TEST(Review, ListsWhatIsDoubtful) {
  const Program program;
  WriteFile(program / "lamp.json", kScript);
  const auto run = program.Run("review lamp.json");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.output,
            "1:2  0.31  maren (turn); near: dunn  [chapter 1: One]\n"
            "    It was late.\n"
            "  > \"I am,\" said somebody, \"quite sure.\"\n"
            "    \"Good.\"\n\n"
            "doubtful quotations (less sure than 0.6): 1, shown: 1; settle one with --set "
            "1:2=SPEAKER\n");
  EXPECT_THAT(program.Run("review lamp.json --below 0.3").output,
              HasSubstr("(less sure than 0.3): 0, shown: 0\n"));
  EXPECT_THAT(program.Run("review lamp.json --below 1 --most 1").output,
              HasSubstr("(less sure than 1): 2, shown: 1; settle"));
  EXPECT_EQ(program.Run("review lamp.json --below 2").exit_code, 2);
  EXPECT_EQ(program.Read("lamp.json"), kScript);
}

TEST(Review, SpeaksJson) {
  const Program program;
  WriteFile(program / "lamp.json", kScript);
  const auto run = program.Run("review lamp.json --json");
  const Json doubt = Json::Parse(run.output.substr(0, run.output.find('\n')), "output");
  EXPECT_EQ(doubt.At("event").AsString(), "doubt");
  EXPECT_EQ(doubt.At("at").AsString(), "1:2");
  EXPECT_EQ(doubt.At("others").AsArray().at(0).AsString(), "dunn");
  EXPECT_THAT(run.output, HasSubstr("\n{\"event\":\"done\",\"doubts\":1,\"shown\":1}\n"));
}

TEST(Review, WhatIsSettledStaysSettled) {
  const Program program;
  const std::string book = program.WriteBook();
  ASSERT_EQ(program.Run("annotate " + book).exit_code, 0);
  const auto run = program.Run("review scripts/lamp.json --set 1:3=unknown");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.output, HasSubstr("1:3: unknown (was maren)"));
  const std::string settled = program.Read("scripts/lamp.json");
  EXPECT_THAT(settled, HasSubstr("\"speaker\":\"unknown\",\"text\":\"\\\"Who is there?\\\"\""));
  EXPECT_THAT(settled, HasSubstr("\"reason\":\"settled\"}"));

  EXPECT_THAT(program.Run("annotate " + book).output, HasSubstr("edited by hand"));
  EXPECT_EQ(program.Read("scripts/lamp.json"), settled);
  EXPECT_THAT(program.Run("review --below 1 --most 99 scripts/lamp.json").output,
              Not(HasSubstr("(settled)")));
}

TEST(Review, WhatIsSettledStaysSettledInAFreshScript) {
  const Program program;
  const std::string book = program.WriteBook();
  ASSERT_EQ(program.Run("annotate " + book).exit_code, 0);
  ASSERT_EQ(program.Run("review scripts/lamp.json --set 1:3=unknown").exit_code, 0);
  const std::string line = "{\"speaker\":\"unknown\",\"text\":\"\\\"Who is there?\\\"\"";
  for (const char* again : {"--fresh ", ""}) {
    ASSERT_EQ(program.Run(std::string("annotate ") + again + book).exit_code, 0);
    EXPECT_THAT(program.Read("scripts/lamp.json"), HasSubstr(line));
    EXPECT_THAT(program.Read("scripts/lamp.json"), HasSubstr("\"reason\":\"settled\"}"));
  }
  WriteFile(program / book, "# One\n\nNobody spoke.\n");
  EXPECT_THAT(program.Run("annotate --fresh " + book).output,
              HasSubstr("a settled line is no longer in the book: \"Who is there?\""));
}

TEST(Review, SaysWhatFollowed) {
  const Program program;
  WriteFile(program / "lamp.json", kScript);
  const auto run = program.Run("review lamp.json --set 1:2=dunn --set 1:5=maren -o new.json");
  EXPECT_EQ(run.output,
            "1:2: dunn (was maren); with it 1:4, of the same quotation\n"
            "1:5: maren (was dunn)\n"
            "script: new.json\n");
  EXPECT_EQ(program.Read("lamp.json"), kScript);
  EXPECT_THAT(program.Run("review new.json --below 1").output,
              HasSubstr("(less sure than 1): 0, shown: 0\n"));
}

TEST(Review, ChangesNothingWhenOneOfThemIsWrong) {
  const Program program;
  WriteFile(program / "lamp.json", kScript);
  const auto run = program.Run("review lamp.json --set 1:2=dunn --set 1:5=marn");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.output, HasSubstr("segment 1:5: no character has the id \"marn\"; known are "
                                    "maren, dunn, narrator, unknown"));
  EXPECT_EQ(program.Read("lamp.json"), kScript);
  EXPECT_EQ(program.Files(), "./lamp.json\n");
}

TEST(Explain, FollowsOneQuotationAndWritesNothing) {
  const Program program;
  const std::string book = program.WriteBook();
  const auto run = program.Run("annotate --explain 'brought the oil' " + book);
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.output, HasSubstr("\"Only me, Miss Maren,\" \"I have brought the oil.\"\n"));
  EXPECT_THAT(run.output, HasSubstr("Mr. Dunn"));
  EXPECT_EQ(program.Files(), "./" + book + "\n");
  EXPECT_THAT(program.Run("annotate --json --explain 0 " + book).output,
              HasSubstr("{\"event\":\"explanation\",\"text\":\"Quotation 0, "));
  const auto none = program.Run("annotate --explain sardines " + book);
  EXPECT_EQ(none.exit_code, 1);
  EXPECT_THAT(none.output, HasSubstr("quotations that are read holds \"sardines\""));
}

TEST(Explain, KnowsWhatReviewHasSettled) {
  const Program program;
  const std::string book = program.WriteBook(
      "lamp.txt",
      "CHAPTER I.\n\n\"Who is there?\" said Maren.\n\n\"Only me,\" said Mr. Dunn.\n\n"
      "\"Come in.\"\n\n\"Thank you.\"\n\nHe shut the door. \"Sit.\"\n");
  const std::string explain = "annotate " + book + " --explain ";
  EXPECT_THAT(program.Run(explain + "'Come in'").output, HasSubstr(": Maren, confidence"));
  ASSERT_EQ(program.Run("annotate " + book).exit_code, 0);
  ASSERT_EQ(program.Run("review scripts/lamp.json --set 1:6=mr-dunn").exit_code, 0)
      << program.Read("scripts/lamp.json");
  EXPECT_THAT(program.Run(explain + "'Come in'").output,
              EndsWith("\"Come in.\"\nSettled by hand: mr-dunn.\n"));
  EXPECT_THAT(program.Run(explain + "'Thank you'").output,
              HasSubstr("Before it spoke: Mr. Dunn, Mr. Dunn, Maren."));
}

TEST(Explain, ReadsTheChaptersThatAreChosen) {
  const Program program;
  const std::string book = program.WriteBook();
  const std::string explain = "annotate " + book + " --explain 'Look at that' ";
  EXPECT_THAT(program.Run(explain).output, HasSubstr("Quotation 2, in \"Chapter II\""));
  EXPECT_THAT(program.Run(explain + "--exclude 1").output,
              HasSubstr("Quotation 0, in \"Chapter II\""));
  ASSERT_EQ(program.Run("annotate --exclude 1 " + book).exit_code, 0);
  EXPECT_THAT(program.Run(explain).output, HasSubstr("Quotation 0, in \"Chapter II\""));
  EXPECT_THAT(program.Run(explain + "--fresh").output, HasSubstr("Quotation 2, in \"Chapter II\""));
  EXPECT_EQ(program.Run("annotate --explain 0 --attribution . " + book).exit_code, 2);
}

TEST(Doubt, IsReadByTheRoleUnknown) {
  const Program program;
  WriteFile(program / "lamp.json", kScript);
  std::string unknown = kScript;
  for (std::size_t at = 0;
       (at = unknown.find("\"speaker\": \"maren\"", at)) != std::string::npos;) {
    unknown.replace(at, 18, "\"speaker\": \"unknown\"");
  }
  WriteFile(program / "unknown.json", unknown);
  ASSERT_EQ(program.Run("cast lamp.json -o cast.json").exit_code, 0);
  const auto render = [&](const std::string& arguments) {
    const auto run = program.Run("render --cast cast.json --no-cache --force " + arguments);
    EXPECT_EQ(run.exit_code, 0) << run.output;
  };
  render("lamp.json -o sure.m4b");
  render("lamp.json -o doubt.m4b --doubt 0.5");
  render("unknown.json -o unknown.m4b");
  EXPECT_NE(program.Read("doubt.m4b"), program.Read("sure.m4b"));
  EXPECT_EQ(program.Read("doubt.m4b"), program.Read("unknown.m4b"));
  EXPECT_EQ(program.Read("lamp.json"), kScript);
}

}  // namespace
}  // namespace fullcast
