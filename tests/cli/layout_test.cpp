// Files as libraries and shops take them.
#include <gmock/gmock.h>

#include "cli/program.h"
#include "core/json.h"
#include "support/picture.h"

namespace fullcast {
namespace {

using test::Program;
using test::Quoted;
using test::RunCommand;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Layout, ABookInAnAudiobookshelfLibrary) {
  const Program program;
  WriteFile(program / "c.png", test::PngBytes());
  const std::string book = program.WriteBook();
  const std::string command =
      " --layout audiobookshelf -o library --title \"The/Lamp\" --author \"A. Writer, B. Writer\" "
      "--read-by Reader --series Harbours --series-index 2 --year 2026 --description \"About it.\"";
  const auto run = program.Run("produce " + book + command + " --cover c.png --format m4b,mp3");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  const std::string folder =
      "library/A. Writer, B. Writer/Harbours/Vol 2 - 2026 - The-Lamp {Reader}/";
  const std::string files = program.Files();
  for (const char* name :
       {"The-Lamp.m4b", "The-Lamp.mp3", "cover.png", "desc.txt", "metadata.json", "reader.txt"}) {
    EXPECT_THAT(files, HasSubstr("./" + folder + name + "\n"));
  }
  EXPECT_EQ(program.Read(folder + "desc.txt"), "About it.\n");
  EXPECT_EQ(program.Read(folder + "reader.txt"), "Reader\n");
  EXPECT_EQ(program.Read(folder + "cover.png"), test::PngBytes());
  const Json metadata = Json::Parse(program.Read(folder + "metadata.json"), "metadata.json");
  EXPECT_EQ(metadata.At("title").AsString(), "The/Lamp");
  EXPECT_EQ(metadata.At("authors").AsArray()[1].AsString(), "B. Writer");
  EXPECT_EQ(metadata.At("series").AsArray()[0].AsString(), "Harbours #2");
  const auto& chapters = metadata.At("chapters").AsArray();
  ASSERT_EQ(chapters.size(), 2U);
  EXPECT_EQ(chapters[0].At("end").AsNumber(0, 100), chapters[1].At("start").AsNumber(0, 100));

  // Another book of the same name does not take its place, not even in another format.
  const std::string other = program.WriteBook("other.txt", "CHAPTER I.\n\nAnother one.\n");
  const auto refused = program.Run("produce " + other + command + " --format opus");
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.output, HasSubstr("holds another book already"));
  EXPECT_THAT(program.Files(), Not(HasSubstr(".opus")));
  EXPECT_EQ(program.Read(folder + "desc.txt"), "About it.\n");
  EXPECT_EQ(program.Run("produce " + book + command + " --format m4b").exit_code, 0);
}

TEST(Layout, ABatchFillsALibraryAndKeepsBooksApart) {
  const Program program;
  (void)program.WriteBook("in/one/tide.txt", "CHAPTER I.\n\nThe tide came in.\n");
  (void)program.WriteBook("in/two/tide.txt", "CHAPTER I.\n\nThe tide went out.\n");
  (void)program.WriteBook("in/sea.txt", "CHAPTER I.\n\nThe sea was still.\n");
  const std::string command = "batch in --layout audiobookshelf --read-along vtt -o library";
  const auto run = program.Run(command);
  EXPECT_EQ(run.exit_code, 3) << run.output;
  EXPECT_THAT(run.output, HasSubstr("1 failed"));
  EXPECT_THAT(run.output, HasSubstr("give one of them another title"));
  const std::string files = program.Files();
  EXPECT_THAT(files, HasSubstr("./library/Sea/Sea.vtt\n"));
  EXPECT_THAT(files, HasSubstr("./library/Tide/metadata.json\n"));
  std::filesystem::remove(program / "library/Sea/Sea.vtt");
  const auto again = program.Run(command);
  EXPECT_THAT(again.output, HasSubstr("library/Tide/Tide.m4b is up to date"));
  EXPECT_THAT(again.output, HasSubstr("1 done, 1 skipped, 1 failed"));
  EXPECT_EQ(program.Files(), files);
}

TEST(Layout, FilesToUploadToAcx) {
  const Program program;
  WriteFile(program / "c.png", test::PngBytes());
  const std::string command =
      "produce " + program.WriteBook() + " --author \"A. Nim\" --layout acx --cover c.png ";
  const auto run = program.Run(command + "--timeline times.json");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  EXPECT_EQ(program.Files(),
            "./c.png\n./lamp.txt\n./output/lamp/01 - Opening credits.mp3\n"
            "./output/lamp/02 - Chapter I.mp3\n./output/lamp/03 - Chapter II.mp3\n"
            "./output/lamp/04 - Closing credits.mp3\n./output/lamp/05 - Retail Audio Sample.mp3\n"
            "./output/lamp/cover.png\n./scripts/lamp.json\n./times.json\n./voices/lamp.json\n");
  const auto shown = RunCommand(
      "ffprobe -v error -show_entries stream=bit_rate,sample_rate,channels -of csv=p=0 " +
      Quoted((program / "output/lamp/05 - Retail Audio Sample.mp3").string()));
  EXPECT_EQ(shown.output.substr(0, shown.output.find('\n')), "44100,1,192000");
  const auto check = program.Run("check output/lamp --profile acx --quiet --json");
  const Json inspected = Json::Parse(check.output, "check");
  ASSERT_EQ(inspected.At("files").AsArray().size(), 5U);
  for (const Json& file : inspected.At("files").AsArray()) {
    for (const Json& finding : file.At("findings").AsArray()) {
      const std::string rule = finding.At("rule").AsString();
      const bool may_fail = rule == "cover";  // of 2 x 2 points
      EXPECT_TRUE(may_fail || finding.At("verdict").AsString() == "pass")
          << file.At("path").AsString() << ": " << rule << ": " << finding.At("what").AsString();
    }
  }
  // Nor does a batch look for more than that.
  const std::string batch = "batch . -o up --layout acx --read-along vtt";
  EXPECT_THAT(program.Run(batch).output, HasSubstr("1 done, 0 skipped"));
  EXPECT_THAT(program.Run(batch).output, HasSubstr("0 done, 1 skipped"));

  // The text is heard once: the sample is no part of the book.
  EXPECT_THAT(program.Read("times.json"), Not(HasSubstr("Retail")));
  EXPECT_EQ(program.Run(command + "--format m4b").exit_code, 1);
  EXPECT_EQ(program.Run(command + "--bitrate 128").exit_code, 1);
  EXPECT_EQ(program.Run(command + "--vbr 2").exit_code, 1);
}

}  // namespace
}  // namespace fullcast
