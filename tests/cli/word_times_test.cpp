// The timeline tells when a word is heard in the decoded file.
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "cli/program.h"
#include "core/json.h"
#include "core/pcm.h"

namespace fullcast {
namespace {

using test::Program;
using test::Quoted;
using test::RunCommand;

constexpr const char* kBook =
    "CHAPTER I.\n\n"
    "It was late, and the lamp, which was low, gave no light; every insult of the wind, each of "
    "them sharp, put out one more.\n\n"
    "\"Please, Miss Maren,\" said Mr. Dunn, \"take the oil: it is all that I have, and the "
    "best.\"\n\n"
    "\"Thank you,\" said Maren, \"but first, before all else, the door.\"\n";

Samples Decode(const Program& program, const std::string& file) {
  const std::string pcm = (program / "decoded.pcm").string();
  const auto run = RunCommand("ffmpeg -v error -y -i " + Quoted((program / file).string()) +
                              " -f s16le -ac 1 -ar 22050 " + Quoted(pcm));
  EXPECT_EQ(run.exit_code, 0) << run.output;
  const std::string bytes = ReadFile(pcm);
  std::vector<std::int16_t> values(bytes.size() / 2);
  std::memcpy(values.data(), bytes.data(), values.size() * 2);
  Samples samples;
  for (const std::int16_t value : values) samples.push_back(static_cast<float>(value) / 32768.0F);
  return samples;
}

// Whether 4 ms anywhere between two samples are louder than -46 dBFS.
bool IsHeard(const Samples& samples, std::int64_t begin, std::int64_t end) {
  constexpr double kThreshold = 2.5e-5;
  constexpr std::int64_t kWindow = SamplesIn(4);
  for (std::int64_t i = begin; i + kWindow <= end; i += kWindow / 4) {
    double sum = 0;
    for (std::int64_t k = i; k < i + kWindow; ++k) {
      const double sample = samples.at(static_cast<std::size_t>(k));
      sum += sample * sample;
    }
    if (sum / kWindow > kThreshold) return true;
  }
  return false;
}

// Every word of a chapter that stands behind a clause mark, in samples.
std::vector<std::int64_t> WordsBehindPauses(const Json& chapter) {
  constexpr std::int64_t kMost = std::int64_t{1} << 40;
  std::vector<std::int64_t> begins;
  for (const Json& segment : chapter.At("segments").AsArray()) {
    const std::string text = segment.StringOr("say", segment.At("text").AsString());
    std::size_t before = 0;
    for (const Json& word : segment.At("words").AsArray()) {
      const auto& fields = word.AsArray();
      const auto begin = static_cast<std::size_t>(fields[0].AsInteger(0, kMost));
      const std::string between = text.substr(before, begin - before);
      if (between.find_first_of(",;:") != std::string::npos) {
        begins.push_back(fields[2].AsInteger(0, kMost));
      }
      before = static_cast<std::size_t>(fields[1].AsInteger(0, kMost));
    }
  }
  return begins;
}

TEST(WordTimes, AreWithin25MsOfTheSoundInEveryCodec) {
  const Program program;
  const std::string book = program.WriteBook("lamp.txt", kBook);
  for (const char* format : {"m4b", "mp3", "opus"}) {
    const std::string file = "lamp." + std::string(format);
    const auto run = program.Run("produce " + book + " -o " + file + " --timeline times.json");
    ASSERT_EQ(run.exit_code, 0) << run.output;
    const Samples samples = Decode(program, file);
    const Json times = Json::Parse(program.Read("times.json"), "times.json");
    const auto begins = WordsBehindPauses(times.At("chapters").AsArray()[0]);
    ASSERT_GT(begins.size(), 8U);
    for (const std::int64_t begin : begins) {
      constexpr std::int64_t k25Ms = SamplesIn(25);
      EXPECT_FALSE(IsHeard(samples, begin - 2 * k25Ms, begin - k25Ms)) << file << ' ' << begin;
      EXPECT_TRUE(IsHeard(samples, begin - k25Ms, begin + k25Ms)) << file << ' ' << begin;
    }
  }
}

}  // namespace
}  // namespace fullcast
