// What goes wrong is said clearly, with a non-zero exit, and leaves nothing half-done behind.
#include <gmock/gmock.h>
#include <unistd.h>

#include <ostream>
#include <string>

#include "cli/program.h"

namespace fullcast {
namespace {

using test::Program;
using test::Quoted;
using test::RunCommand;
using ::testing::HasSubstr;
using ::testing::Not;

struct Case {
  const char* name;
  const char* file;  ///< written before the run, unless empty
  std::string bytes;
  const char* arguments;
  int exit_code;
  const char* message;
};

// How GoogleTest names a case.
void PrintTo(const Case& bad, std::ostream* out) { *out << bad.arguments; }

class BadInput : public ::testing::TestWithParam<Case> {};

TEST_P(BadInput, IsRefusedWithAReason) {
  const Case& bad = GetParam();
  const Program program;
  if (*bad.file != '\0') WriteFile(program / bad.file, bad.bytes);
  const std::string before = program.Files();
  const auto run = program.Run(bad.arguments);
  EXPECT_EQ(run.exit_code, bad.exit_code) << run.output;
  EXPECT_THAT(run.output, HasSubstr(bad.message));
  EXPECT_EQ(program.Files(), before);
}

std::string ScriptWith(const std::string& segment) {
  return "{\"book\": {\"id\": \"x\"}, \"characters\": [],\n\"chapters\": [{\"title\": \"T\", "
         "\"segments\": [\n" +
         segment + "]}]}\n";
}

INSTANTIATE_TEST_SUITE_P(
    All, BadInput,
    ::testing::Values(
        Case{"MissingFile", "", "", "produce none.txt", 1, "none.txt"},
        Case{"EmptyFile", "book.txt", "", "produce book.txt", 1, "book.txt"},
        Case{"OnlyWhiteSpace", "book.txt", " \n\n\t\n", "produce book.txt", 1, "book.txt"},
        Case{"Binary", "book.txt", std::string("MZ\0\0\1\2\3", 7), "produce book.txt", 1,
             "book.txt"},
        Case{"Device", "", "", "produce /dev/zero", 1, "/dev/zero"},
        Case{"FolderWithoutChapters", "folder/picture.png", "x", "produce folder", 1, "folder"},
        Case{"BrokenBookJson", "folder/book.json", "{\n \"title\" 1}", "produce folder", 1,
             "book.json:2:"},
        Case{"BrokenScript", "s.json", ScriptWith("{\"speaker\": \"narrator\", oops}"),
             "render s.json", 1, "s.json:3:"},
        Case{"UnknownSpeaker", "s.json",
             ScriptWith(R"({"speaker": "bob", "text": "Hm.", "start": 0, "end": 3})"),
             "render s.json", 1, "s.json:3:13: unknown speaker \"bob\""},
        Case{"UnknownNarrator", "book.txt", "A short tale.", "produce book.txt --narrator nobody",
             1, "nobody"},
        Case{"ImpossibleOutput", "book.txt", "A short tale.",
             "produce book.txt -o /proc/none/book.m4b", 1, "/proc/none"},
        Case{"OutputBelowAFile", "book.txt", "A short tale.",
             "produce book.txt -o book.txt/book.m4b", 1, "book.txt"},
        Case{"NoSuchChapter", "s.json",
             ScriptWith(R"({"speaker": "narrator", "text": "Hm.", "start": 0, "end": 3})"),
             "render s.json --dry-run --chapters 2", 1, "there is no chapter 2"},
        Case{"UnknownOption", "", "", "produce --nonsense book.txt", 2, "--nonsense"},
        Case{"NoCommand", "", "", "", 2, "subcommand"},
        Case{"UnknownCommand", "", "", "prodcue book.txt", 2, "no command \"prodcue\""},
        Case{"BookAsScript", "book.txt", "A short tale.", "render book.txt", 1,
             "book.txt: this is no script"},
        Case{"AudiobookAsScript", "book.m4b", "ftyp {", "render book.m4b", 1,
             "book.m4b: this is no script"},
        Case{"NoBook", "", "", "produce", 2, "BOOK"},
        Case{"RateOutOfRange", "", "", "produce book.txt --rate 1000", 2, "--rate"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(BadVoice, OfACastNamesFileAndLine) {
  const Program program;
  ASSERT_EQ(program.Run("produce " + program.WriteBook()).exit_code, 0);
  WriteFile(program / "voices/lamp.json",
            "{\"cast\": {\n  \"narrator\": {\"preset\": \"no-such-preset\"}}}\n");
  const auto run = program.Run("produce lamp.txt");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.output, HasSubstr("voices/lamp.json:2:26: "));
  EXPECT_THAT(run.output, HasSubstr("no-such-preset"));
}

TEST(BadBytes, AreReadAsCodePage1252WithAWarning) {
  const Program program;
  const auto run = program.Run(
      "produce " + program.WriteBook("cafe.txt", "A caf\xE9 by the sea. \x93Yes,\x94 said Ann."));
  EXPECT_EQ(run.exit_code, 0) << run.output;
  EXPECT_THAT(run.output, HasSubstr("warning: "));
  EXPECT_THAT(run.output, HasSubstr("1252"));
  EXPECT_THAT(program.Read("scripts/cafe.json"), HasSubstr("café"));
}

TEST(FullDisk, IsAnErrorAndLeavesNoBook) {
  if (geteuid() != 0) GTEST_SKIP() << "only root may mount a small file system";
  const Program program;
  const std::string disk = (program / "disk").string();
  std::filesystem::create_directory(disk);
  if (RunCommand("mount -t tmpfs -o size=64k none " + Quoted(disk) + " 2>&1").exit_code != 0) {
    GTEST_SKIP() << "mounting is not allowed here";
  }
  std::string text;
  for (int i = 0; i < 40; ++i)
    text += "The tide came in and the tide went out again, day by day.\n\n";
  const auto run = program.Run("produce -o disk/book.m4b " + program.WriteBook("tide.txt", text));
  const auto left = RunCommand("ls -A " + Quoted(disk)).output;
  RunCommand("umount " + Quoted(disk));
  EXPECT_EQ(run.exit_code, 1) << run.output;
  EXPECT_THAT(run.output, HasSubstr("No space left on device"));
  EXPECT_EQ(left, "");
}

TEST(Interrupt, StopsWithinASecondAndLeavesNoBook) {
  const Program program;
  std::string text;
  for (int i = 0; i < 20'000; ++i)
    text += "The tide came in and the tide went out, day by day.\n\n";
  const auto run = program.Run("produce " + program.WriteBook("tide.txt", text),
                               "timeout --preserve-status -s INT 3");
  EXPECT_EQ(run.exit_code, 130) << run.output;
  EXPECT_THAT(run.output, HasSubstr("stopped"));
  EXPECT_THAT(program.Files(), Not(HasSubstr("output/")));
}

}  // namespace
}  // namespace fullcast
