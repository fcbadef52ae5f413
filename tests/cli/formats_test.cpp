// One synthesis, many formats, and text to read along.
#include <gmock/gmock.h>

#include <string>

#include "cli/program.h"
#include "core/json.h"

namespace fullcast {
namespace {

using test::Program;
using test::Quoted;
using test::RunCommand;
using ::testing::HasSubstr;

TEST(Formats, AllAtOnceFromOneSynthesisThenOneAChapter) {
  const Program program;
  const std::string book = program.WriteBook();
  const auto run = program.Run("produce " + book + " --format m4b,mp3,opus,flac,wav,m4a");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  EXPECT_EQ(program.Files(),
            "./lamp.txt\n./output/lamp.flac\n./output/lamp.m4a\n./output/lamp.m4b\n"
            "./output/lamp.mp3\n./output/lamp.opus\n./output/lamp.wav\n./scripts/lamp.json\n"
            "./voices/lamp.json\n");
  for (const char* format : {"m4b", "mp3", "opus", "flac", "m4a"}) {
    const auto shown =
        RunCommand("ffprobe -v error -show_chapters " +
                   Quoted((program / ("output/lamp." + std::string(format))).string()));
    EXPECT_THAT(shown.output, HasSubstr("TAG:title=Chapter II")) << format;
  }
  const auto split = program.Run("produce " + book + " --format mp3 --split chapter --vbr 5");
  ASSERT_EQ(split.exit_code, 0) << split.output;
  const auto shown = RunCommand("ffprobe -v error -show_format " +
                                Quoted((program / "output/lamp/02 - Chapter II.mp3").string()));
  EXPECT_THAT(shown.output, HasSubstr("TAG:track=2/2"));
  EXPECT_THAT(program.Read("output/lamp/02 - Chapter II.mp3"), HasSubstr("Xing"));
}

TEST(Formats, AQualityIsAnEditionOfItsOwn) {
  const Program program;
  const std::string book = program.WriteBook();
  std::size_t bytes = 0;
  for (const std::string quality : {"fast", "default", "best"}) {
    const auto run = program.Run("produce " + book + " --quality " + quality);
    ASSERT_EQ(run.exit_code, 0) << run.output;
    const std::size_t now = program.Read("output/lamp.m4b").size();
    EXPECT_GT(now, bytes) << quality;
    bytes = now;
  }
  const auto asked = program.Run("produce " + book + " --quality best --bitrate 64");
  ASSERT_EQ(asked.exit_code, 0) << asked.output;
  EXPECT_LT(program.Read("output/lamp.m4b").size(), bytes) << "a bit rate wins";
  EXPECT_EQ(program.Run("produce " + book + " --quality good").exit_code, 2);
}

TEST(Formats, TextToReadAlongLiesBesideTheSound) {
  const Program program;
  const auto run = program.Run("produce " + program.WriteBook() +
                               " --format mp3 --read-along vtt,srt,lrc,json,chapters,html,epub,lpf "
                               "--timeline times.json");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  EXPECT_THAT(program.Read("output/lamp.vtt"), HasSubstr("<v Maren>\"Who is there?\""));
  EXPECT_THAT(program.Read("output/lamp.srt"), HasSubstr("Mr. Dunn: \"Only me, Miss Maren,\""));
  EXPECT_THAT(program.Read("output/lamp.html"), HasSubstr("<option value=\"c2\">Chapter II"));
  EXPECT_THAT(program.Read("output/lamp.epub"), HasSubstr("media:active-class"));
  EXPECT_THAT(program.Read("output/lamp.lpf"), HasSubstr("https://www.w3.org/TR/audiobooks/"));
  constexpr std::int64_t kMost = std::int64_t{1} << 40;
  const Json times = Json::Parse(program.Read("times.json"), "times.json");
  const Json& chapters = times.At("chapters");
  ASSERT_EQ(chapters.AsArray().size(), 2U);
  std::int64_t end = 0;
  for (const Json& segment : chapters.AsArray()[0].At("segments").AsArray()) {
    const auto& samples = segment.At("samples").AsArray();
    EXPECT_GE(samples[0].AsInteger(0, kMost), end);
    end = samples[1].AsInteger(0, kMost);
    EXPECT_FALSE(segment.At("words").AsArray().empty());
  }
  const Json listed = Json::Parse(program.Read("output/lamp.chapters.json"), "chapters");
  EXPECT_EQ(listed.At("chapters").AsArray()[1].At("title").AsString(), "Chapter II");
}

TEST(Formats, ADotInANameIsNoFormat) {
  const Program program;
  const auto run = program.Run("produce " + program.WriteBook() +
                               " -o \"Mr. Dunn\" --format mp3,opus --read-along vtt,json");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  EXPECT_EQ(program.Files(),
            "./Mr. Dunn.json\n./Mr. Dunn.mp3\n./Mr. Dunn.opus\n./Mr. Dunn.vtt\n./lamp.txt\n"
            "./scripts/lamp.json\n./voices/lamp.json\n");
}

TEST(Formats, ANameEndsAsItsFormatDoes) {
  const Program program;
  const std::string produce = "produce " + program.WriteBook();
  ASSERT_EQ(program.Run(produce + " -o \"Mr. Dunn\"").exit_code, 0);
  ASSERT_EQ(program.Run(produce + " -o DUNN.MP3").exit_code, 0);
  EXPECT_EQ(program.Read("Mr. Dunn.m4b").substr(4, 4), "ftyp");
  EXPECT_EQ(program.Read("DUNN.MP3").substr(0, 3), "ID3");
}

TEST(Formats, AForeignEpubIsNotReplaced) {
  const Program program;
  WriteFile(program / "lamp.epub", "the book itself");
  const std::string command = "produce " + program.WriteBook() + " -o lamp.mp3 --read-along epub";
  const auto refused = program.Run(command);
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.output, HasSubstr("lamp.epub is there already"));
  EXPECT_EQ(program.Read("lamp.epub"), "the book itself");
}

}  // namespace
}  // namespace fullcast
