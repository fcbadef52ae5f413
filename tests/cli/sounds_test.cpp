// The user's sounds and the profiles, with the real program, heard in the decoded file.
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include "cli/program.h"
#include "core/json.h"

namespace fullcast {
namespace {

using test::Program;
using test::Quoted;
using test::RunCommand;
using ::testing::HasSubstr;

std::vector<float> Decode(const std::filesystem::path& path) {
  const auto decoded = RunCommand("ffmpeg -v error -i " + Quoted(path.string()) +
                                  " -map 0:a -f f32le - 2>/dev/null");
  std::vector<float> samples(decoded.output.size() / sizeof(float));
  std::memcpy(samples.data(), decoded.output.data(), samples.size() * sizeof(float));
  return samples;
}

class Sounds : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(program_.Run("annotate " + program_.WriteBook()).exit_code, 0);
  }

  [[nodiscard]] double Seconds(const std::string& file) const {
    return static_cast<double>(Decode(program_ / file).size()) / 22'050;
  }

  const Program program_;
};

TEST_F(Sounds, OpenAndCloseTheBookAndItsChapters) {
  ASSERT_EQ(RunCommand("cd " + Quoted((program_ / "").string()) +
                       " && ffmpeg -v error -f lavfi -i sine=330:sample_rate=44100 -t 3 intro.flac"
                       " && ffmpeg -v error -f lavfi -i sine=880:sample_rate=48000 -t 1 chime.wav")
                .exit_code,
            0);
  ASSERT_EQ(program_.Run("render scripts/lamp.json -o plain.m4b").exit_code, 0);
  const auto run = program_.Run(
      "render scripts/lamp.json -o sounds.m4b --intro intro.flac --outro intro.flac "
      "--chapter-chime chime.wav");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  // Two of 3 s, a chime of 1 s, and a pause behind each.
  const double longer = Seconds("sounds.m4b") - Seconds("plain.m4b");
  EXPECT_GT(longer, 7);
  EXPECT_LT(longer, 12);

  const auto seconds = [&](const std::string& options) {
    const auto dry = program_.Run("render scripts/lamp.json --dry-run --json " + options);
    return Json::Parse(dry.output, "dry run").At("seconds").AsNumber(0, 1e6);
  };
  EXPECT_NEAR(
      seconds("--intro intro.flac --outro intro.flac --chapter-chime chime.wav") - seconds(""),
      longer, 1)
      << "what a dry run foretells";

  const auto missing = program_.Run("render scripts/lamp.json -o x.m4b --intro nowhere.wav");
  EXPECT_EQ(missing.exit_code, 1);
  EXPECT_THAT(missing.output, HasSubstr("nowhere.wav"));
}

TEST_F(Sounds, AcxHasARoomAndKeepsItsPeak) {
  const auto run = program_.Run("render scripts/lamp.json -o acx.m4b --profile acx");
  ASSERT_EQ(run.exit_code, 0) << run.output;
  const auto rate = RunCommand("ffprobe -v error -show_entries stream=sample_rate -of csv=p=0 " +
                               Quoted((program_ / "acx.m4b").string()));
  EXPECT_THAT(rate.output, HasSubstr("44100"));

  const std::vector<float> samples = Decode(program_ / "acx.m4b");
  std::size_t zeros = 0;
  std::size_t longest_zeros = 0;
  float peak = 0;
  for (const float sample : samples) {
    zeros = sample == 0 ? zeros + 1 : 0;
    longest_zeros = std::max(longest_zeros, zeros);
    peak = std::max(peak, std::abs(sample));
  }
  EXPECT_LT(longest_zeros, 44'100U / 100) << "10 ms of digital zero";
  EXPECT_LT(20 * std::log10(peak), -3);
  double power = 0;
  for (std::size_t i = 0; i < 22'050; ++i) power += double{samples[i]} * double{samples[i]};
  const double room_db = 10 * std::log10(power / 22'050);
  EXPECT_LT(room_db, -60) << "the first half second";
  EXPECT_GT(room_db, -80);
}

}  // namespace
}  // namespace fullcast
