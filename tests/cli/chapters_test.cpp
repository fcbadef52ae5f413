// fullcast chapters, and what annotate and produce make of the same options.
#include <gmock/gmock.h>

#include <string>

#include "cli/program.h"

namespace fullcast {
namespace {

using test::Program;
using ::testing::HasSubstr;
using ::testing::Not;

const char* const kBook =
    "THE LAMP\n\nby A. Writer\n\nCONTENTS\n\nPREFACE\n\nCHAPTER I.\n\nCHAPTER II.\n\n\n\n\n"
    "PREFACE\n\nThis is how it was.\n\n"
    "CHAPTER I.\n\nThe tide was late.[1] Nobody spoke.\n\n[1] By the harbour clock.\n\n"
    "The boats came home.\n\n"
    "CHAPTER II.\n\nIn the morning the harbour was white.\n";

TEST(ChaptersCommand, ListsChaptersAndWhatIsNotRead) {
  const Program program;
  const auto run = program.Run("chapters " + program.WriteBook("lamp.txt", kBook));
  EXPECT_EQ(run.exit_code, 0) << run.output;
  EXPECT_THAT(run.output, HasSubstr("The Lamp, by A. Writer\n"));
  EXPECT_THAT(run.output, HasSubstr("  Preface\n"));
  EXPECT_THAT(run.output, HasSubstr("  Chapter II\n"));
  EXPECT_THAT(run.output, HasSubstr("3 chapters, about 0:"));
  EXPECT_THAT(run.output, HasSubstr("title page: 2 paragraphs in chapter 1: THE LAMP"));
  EXPECT_THAT(run.output, HasSubstr("table of contents: 4 paragraphs in chapter 1: CONTENTS"));
  EXPECT_THAT(run.output, HasSubstr("footnote: 1 paragraph in chapter 2: By the harbour clock."));
  EXPECT_EQ(program.Files(), "./lamp.txt\n");
}

TEST(ChaptersCommand, SpeaksJson) {
  const Program program;
  const auto run =
      program.Run("chapters --json --exclude preface " + program.WriteBook("lamp.txt", kBook));
  EXPECT_THAT(run.output, HasSubstr("{\"event\":\"chapters\",\"title\":\"The Lamp\""));
  EXPECT_THAT(run.output, HasSubstr("\"skip\":\"excluded\""));
  EXPECT_THAT(run.output, HasSubstr("{\"reason\":\"footnote\",\"paragraphs\":1,\"letters\":21,"
                                    "\"chapters\":[2],\"words\":\"By the harbour clock.\"}"));
}

TEST(ReadingOptions, AreRememberedByTheScript) {
  const Program program;
  WriteFile(program / "lamp.txt", kBook);
  ASSERT_EQ(program.Run("annotate lamp.txt --exclude preface --footnotes inline").exit_code, 0);
  const std::string script = program.Read("scripts/lamp.json");
  EXPECT_THAT(script, HasSubstr("\"reading\":[\"footnotes inline\",\"exclude preface\"]"));
  EXPECT_THAT(script, HasSubstr("\"skip\":\"excluded\""));
  EXPECT_THAT(script, HasSubstr("\"say\":\"Footnote: By the harbour clock.\""));

  const auto again = program.Run("annotate lamp.txt");
  EXPECT_THAT(again.output, HasSubstr("as chosen before: --footnotes inline --exclude preface"));
  EXPECT_EQ(program.Read("scripts/lamp.json"), script);
  EXPECT_THAT(program.Run("chapters lamp.txt").output, HasSubstr("Preface  (not read: excluded)"));

  EXPECT_EQ(program.Run("annotate lamp.txt --include preface").exit_code, 0);
  EXPECT_THAT(program.Read("scripts/lamp.json"), Not(HasSubstr("excluded")));
  EXPECT_EQ(program.Run("annotate lamp.txt --fresh").exit_code, 0);
  EXPECT_THAT(program.Read("scripts/lamp.json"), Not(HasSubstr("Footnote: ")));
}

TEST(ReadingOptions, ThatMatchNothingAreAnError) {
  const Program program;
  WriteFile(program / "lamp.txt", kBook);
  const auto run = program.Run("annotate lamp.txt --exclude 40");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.output, HasSubstr("--exclude \"40\" matches nothing"));
  EXPECT_EQ(program.Files(), "./lamp.txt\n");
  EXPECT_EQ(program.Run("chapters lamp.txt --footnotes below").exit_code, 2);
}

TEST(ReadingOptions, ChangeNoScriptThatWasEditedByHand) {
  const Program program;
  WriteFile(program / "lamp.txt", kBook);
  ASSERT_EQ(program.Run("annotate lamp.txt").exit_code, 0);
  std::string script = program.Read("scripts/lamp.json");
  const std::string said = "The boats came home.";
  script.replace(script.find(said), said.size(), "The boats came back.");
  WriteFile(program / "scripts/lamp.json", script);
  const auto run = program.Run("annotate lamp.txt --exclude preface");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.output, HasSubstr("change nothing in a script that was edited by hand"));
  EXPECT_EQ(program.Read("scripts/lamp.json"), script);
}

// The script's segments need not stand in the order of the book where notes have moved.
TEST(Footnotes, InTheirPlacesMakeAnAudiobookWithoutComplaints) {
  const Program program;
  WriteFile(program / "lamp.txt", kBook);
  for (const char* how : {"inline", "end", "skip"}) {
    const auto run = program.Run("produce lamp.txt --footnotes " + std::string(how));
    EXPECT_EQ(run.exit_code, 0) << run.output;
    EXPECT_THAT(run.output, Not(HasSubstr("warning"))) << how;
    EXPECT_THAT(program.Run("render scripts/lamp.json --dry-run").output,
                Not(HasSubstr("warning")));
  }
}

}  // namespace
}  // namespace fullcast
