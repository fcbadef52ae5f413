// What fullcast check finds in good audiobooks, and in those that were spoilt.
#include <gmock/gmock.h>

#include <set>
#include <string>
#include <vector>

#include "cli/program.h"
#include "core/json.h"

namespace fullcast {
namespace {

using test::CommandResult;
using test::Program;
using test::RunCommand;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSubsetOf;
using ::testing::IsSupersetOf;

using Rules = std::set<std::string>;

// The good books, in every format, rendered once.
class Check : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    program = new Program;
    ASSERT_EQ(Shell("ffmpeg -v error -f lavfi -i testsrc=size=600x600 -frames:v 1 cover.jpg"), "");
    WriteFile(*program / "book/lamp.txt", test::kShortBook);
    WriteFile(*program / "book/book.json",
              R"({"title": "The Lamp", "author": "A. Nim", "cover": "../cover.jpg"})");
    const CommandResult run =
        program->Run("produce book -o good.m4b --format m4b,m4a,mp3,opus,flac,wav");
    ASSERT_EQ(run.exit_code, 0) << run.output;
    EXPECT_THAT(run.output, HasSubstr("check: pass"));
  }

  static void TearDownTestSuite() {
    delete program;
    program = nullptr;
  }

  // What a shell in the working folder says.
  static std::string Shell(const std::string& command) {
    return RunCommand("cd " + test::Quoted((*program / "").string()) + " && ( " + command +
                      " ) 2>&1")
        .output;
  }

  // The rules that this file does not keep.
  static Rules Broken(const std::string& arguments) {
    const CommandResult run = program->Run("check --quiet --json " + arguments);
    const Json json = Json::Parse(run.output, "check");
    Rules broken;
    const auto add = [&broken](const Json& findings) {
      for (const Json& finding : findings.AsArray()) {
        if (finding.At("verdict").AsString() != "pass") {
          broken.insert(finding.At("rule").AsString());
        }
      }
    };
    for (const Json& file : json.At("files").AsArray()) add(file.At("findings"));
    add(json.At("findings"));
    EXPECT_EQ(run.exit_code, json.At("verdict").AsString() == "fail" ? 3 : 0) << run.output;
    return broken;
  }

  static Program* program;
};

Program* Check::program = nullptr;

// A fault, the shell's command that makes it, and the rule that it breaks; others may follow of it.
struct Fault {
  std::string name;
  std::string command;  // writes bad.<extension>
  std::string file;
  std::string rule;
  Rules others = {};
};

// The sound of the WAV file, each sample changed by a formula of libavfilter's aeval.
std::string Formula(const std::string& formula) {
  return "ffmpeg -v error -y -i good.wav -af \"aeval='" + formula + "'\" bad.wav";
}

constexpr const char* kChapterText =
    R"(printf ';FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=%s\ntitle=One\n)"
    R"([CHAPTER]\nTIMEBASE=1/1000\nSTART=%s\nEND=%s\ntitle=%s\n' )";

// Chapters of an MP3 file: the end of the first one; begin, end and title of the second one.
std::string Chapters(const std::string& values) {
  return kChapterText + values +
         " > meta && ffmpeg -v error -y -i good.mp3 -i meta -map 0 -map_chapters 1 -c copy bad.mp3";
}

std::vector<Fault> Faults() {
  const std::string length =
      "$(ffprobe -v error -show_entries format=duration -of csv=p=0 good.mp3 "
      "| awk '{print int($1*1000)}')";
  const std::string second =
      "$(ffprobe -v error -show_chapters good.mp3 | awk -F= "
      "'/^start_time/{t=$2} END{print int(t*1000)}')";
  return {
      {"clipping",
       Formula("clip(val(0)*if(between(t,3,4),30,1),-1,1)"),
       "bad.wav",
       "clipping",
       {"peak", "clicks", "loudness", "level_jump"}},
      {"dropout", Formula("if(between(t,2.42,2.47),0,val(0))"), "bad.wav", "dropouts"},
      {"jump of 10 dB",
       Formula("val(0)*if(gt(t,8),0.316,1)"),
       "bad.wav",
       "level_jump",
       {"loudness"}},
      {"click", Formula("val(0)+if(eq(n,200000),0.8,0)"), "bad.wav", "clicks"},
      {"noise", Formula("val(0)+0.01*(random(0)*2-1)"), "bad.wav", "noise"},
      {"DC offset", Formula("val(0)+0.02"), "bad.wav", "dc_offset", {"noise"}},
      {"peaks above the profile's", Formula("val(0)*1.15"), "bad.wav", "peak"},
      {"too quiet", Formula("val(0)*0.5"), "bad.wav", "loudness"},
      {"long silence", "ffmpeg -v error -y -i good.wav -af apad=pad_dur=15 bad.wav", "bad.wav",
       "silence"},
      {"silent channel", "ffmpeg -v error -y -i good.wav -af 'pan=stereo|c0=c0|c1=0*c0' bad.wav",
       "bad.wav", "channels"},
      {"cut MPEG-4",
       "head -c 70000 good.m4b > bad.m4b",
       "bad.m4b",
       "whole",
       {"duration", "decoding", "titles", "chapter_tables"}},
      {"cut MP3", "head -c 110000 good.mp3 > bad.mp3", "bad.mp3", "duration", {"decoding"}},
      {"cut Opus",
       "head -c 110000 good.opus > bad.opus",
       "bad.opus",
       "whole",
       {"chapters", "chapter_end"}},
      {"cut FLAC", "head -c 300000 good.flac > bad.flac", "bad.flac", "duration", {"decoding"}},
      {"cut WAV",
       "head -c 500000 good.wav > bad.wav",
       "bad.wav",
       "whole",
       {"duration", "tags", "chapter_end"}},
      {"a hole in the middle",
       "cp good.mp3 bad.mp3 && head -c 3000 /dev/zero | dd of=bad.mp3 bs=1 seek=60000 "
       "conv=notrunc status=none",
       "bad.mp3",
       "decoding",
       {"duration", "clicks", "dropouts", "level_jump"}},
      {"wrong length in the header",
       "cp good.flac bad.flac && printf '\\001' | dd of=bad.flac bs=1 seek=22 conv=notrunc "
       "status=none",
       "bad.flac",
       "duration",
       {"chapter_end"}},
      {"index at the end",
       "ffmpeg -v error -y -i good.m4b -map 0:a -map 0:v -c copy -disposition:v attached_pic "
       "bad.m4b",
       "bad.m4b", "index"},
      {"tables disagree",
       "at=$(grep -abo chpl good.m4b | head -1 | cut -d: -f1) && cp good.m4b bad.m4b && "
       "printf X | dd of=bad.m4b bs=1 seek=$((at+24)) conv=notrunc status=none",
       "bad.m4b", "chapter_tables"},
      {"no title",
       "ffmpeg -v error -y -i good.m4b -f "
       "ffmetadata - | sed s/title=Chapter.II/title=/ > meta && ffmpeg -v error -y -i good.m4b -i "
       "meta "
       "-map 0:a -map 0:v -map_chapters 1 -c copy -disposition:v attached_pic -movflags faststart "
       "bad.m4b",
       "bad.m4b", "titles"},
      {"gap", Chapters("$((" + second + "-1000)) " + second + " " + length + " Two"), "bad.mp3",
       "chapters"},
      {"overlap", Chapters("$((" + second + "+1000)) " + second + " " + length + " Two"), "bad.mp3",
       "chapters"},
      {"empty chapter", Chapters(second + " " + length + " " + length + " Two"), "bad.mp3",
       "chapters"},
      {"wrong time", Chapters("7800 7800 " + length + " Two"), "bad.mp3", "chapter_marks"},
      {"chapter behind the end", Chapters(second + " " + second + " 99000 Two"), "bad.mp3",
       "chapter_end"},
      {"300 chapters in a Nero list",
       "( echo ';FFMETADATA1'; for i in $(seq 300); do echo '[CHAPTER]'; echo TIMEBASE=1/1000; "
       "echo "
       "START=$((i*20-20)); echo END=$((i*20)); echo title=$i; done ) > meta && ffmpeg -v error -y "
       "-i "
       "good.m4b -i meta -map 0:a -map_chapters 1 -c copy -movflags faststart bad.m4b",
       "bad.m4b",
       "chapter_tables",
       {"chapter_marks", "chapter_end", "cover"}},
      {"no cover", "ffmpeg -v error -y -i good.mp3 -map 0:a -c copy bad.mp3", "bad.mp3", "cover"},
      {"small cover",
       "ffmpeg -v error -y -i good.mp3 -map 0 -c:a copy -c:v mjpeg -vf scale=90:90 bad.mp3",
       "bad.mp3", "cover"},
      {"damaged cover",
       "at=$(grep -abo JFIF good.mp3 | head -1 | cut -d: -f1) && cp good.mp3 bad.mp3 && "
       "printf XXXXXX | dd of=bad.mp3 bs=1 seek=$((at-6)) conv=notrunc status=none",
       "bad.mp3", "cover"},
      {"no tags", "ffmpeg -v error -y -i good.mp3 -map 0 -c copy -map_metadata -1 bad.mp3",
       "bad.mp3", "tags"},
      {"rates differ",
       "rm -rf f; mkdir f; cp good.mp3 f/01.mp3; ffmpeg -v error -i good.mp3 -map 0 -c:v copy -ar "
       "44100 f/02.mp3",
       "f", "same_format"},
      {"channels differ",
       "rm -rf f; mkdir f; cp good.mp3 f/01.mp3; ffmpeg -v error -i good.mp3 -map 0 -c:v copy -ac "
       "2 f/02.mp3",
       "f",
       "same_format",
       {"loudness", "peak"}},
      {"one is softer",
       "rm -rf f; mkdir f; cp good.mp3 f/01.mp3; ffmpeg -v error -i good.mp3 -map 0 -c:v copy -af "
       "volume=-6dB f/02.mp3",
       "f",
       "same_loudness",
       {"loudness"}},
      {"files that do not join",
       "rm -rf f; mkdir f; for i in 1 2; do ffmpeg -v error -i good.mp3 -map 0 -c copy -write_xing "
       "0 f/$i.mp3; done",
       "f",
       "gapless",
       {"chapter_end", "duration"}},
      {"a number is missing", "rm -rf f; mkdir f; cp good.mp3 f/01.mp3; cp good.mp3 f/03.mp3", "f",
       "order"},
      {"numbers without zeros", "rm -rf f; mkdir f; for i in 9 10; do cp good.mp3 f/$i.mp3; done",
       "f", "order"},
      {"no sound at all", "head -c 5000 /dev/urandom > bad.m4b", "bad.m4b", "readable"},
  };
}

TEST_F(Check, FindsNothingInGoodFiles) {
  for (const char* format : {"m4b", "m4a", "mp3", "opus", "flac", "wav"}) {
    EXPECT_THAT(Broken("good." + std::string(format)), IsEmpty()) << format;
  }
}

TEST_F(Check, FindsEachFaultAndNothingElse) {
  for (const Fault& fault : Faults()) {
    ASSERT_EQ(Shell(fault.command), "") << fault.name;
    const Rules broken = Broken(fault.file);
    EXPECT_THAT(broken, Contains(fault.rule)) << fault.name;
    Rules expected = fault.others;
    expected.insert(fault.rule);
    EXPECT_THAT(broken, IsSubsetOf(expected)) << fault.name;
  }
}

TEST_F(Check, HoldsFilesAgainstTheProfile) {
  EXPECT_THAT(Broken("good.wav --profile acx"), Contains("rate"));
  EXPECT_THAT(Broken("good.mp3 --profile acx"),
              IsSupersetOf({"rate", "cover", "encoding", "room_tone"}));
  ASSERT_EQ(Shell("ffmpeg -v error -y -i good.mp3 -map 0 -c:v copy -q:a 2 bad.mp3"), "");
  EXPECT_THAT(Broken("bad.mp3 --profile acx"), IsSupersetOf({"encoding", "constant_rate"}));
  EXPECT_THAT(Broken("good.wav --profile quiet"), Contains("loudness"));
}

TEST_F(Check, TakesTheCoverBesideABooksFiles) {
  ASSERT_EQ(
      Shell("rm -rf f; mkdir f; for i in 1 2; do ffmpeg -v error -i good.mp3 -map 0:a -c copy "
            "f/$i.mp3; done"),
      "");
  EXPECT_THAT(Broken("f"), ElementsAre("cover"));
  ASSERT_EQ(Shell("cp cover.jpg f"), "");
  EXPECT_THAT(Broken("f"), IsEmpty());
}

TEST_F(Check, TakesAnotherToolsFiles) {
  ASSERT_EQ(Shell("ffmpeg -v error -y -i good.wav -metadata title=A -metadata artist=B -movflags "
                  "faststart other.m4b && ffmpeg -v error -y -i good.wav other.mp3"),
            "");
  EXPECT_EQ(program->Run("check other.m4b").exit_code, 0);
  EXPECT_EQ(program->Run("check other.mp3").exit_code, 0);
}

TEST_F(Check, DrawsAPage) {
  const CommandResult run = program->Run("check good.m4b --html page.html");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  const std::string page = program->Read("page.html");
  EXPECT_THAT(page, HasSubstr("class=\"wave\" d=\"M"));
  EXPECT_THAT(page, HasSubstr("Chapter II</title>"));
  EXPECT_THAT(page, HasSubstr("QuickTime and Nero agree"));
}

}  // namespace
}  // namespace fullcast
