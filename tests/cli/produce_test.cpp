// The main job, with the real program, the real eSpeak NG and the real FFmpeg.
#include <gmock/gmock.h>

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
using ::testing::HasSubstr;
using ::testing::Not;

// The last line of the output, as --json writes it.
Json LastEvent(const std::string& output) {
  const std::size_t end = output.find_last_not_of('\n') + 1;
  const std::size_t begin = output.rfind('\n', end - 1);
  return Json::Parse(output.substr(begin + 1, end - begin - 1), "output");
}

std::vector<float> Decode(const std::filesystem::path& path) {
  const auto decoded =
      RunCommand("ffmpeg -v warning -i " + Quoted(path.string()) + " -map 0:a -f f32le - 2>&1");
  EXPECT_EQ(decoded.exit_code, 0);
  EXPECT_EQ(decoded.output.size() % sizeof(float), 0U) << "a warning among the samples";
  std::vector<float> samples(decoded.output.size() / sizeof(float));
  std::memcpy(samples.data(), decoded.output.data(), samples.size() * sizeof(float));
  return samples;
}

constexpr std::int64_t kMostSamples = std::int64_t{1} << 40;

TEST(Produce, MakesAChapteredAudiobookAndKeepsScriptAndCast) {
  const Program program;
  const auto run = program.Run("produce --json " + program.WriteBook());
  ASSERT_EQ(run.exit_code, 0) << run.output;
  EXPECT_EQ(program.Files(),
            "./lamp.txt\n./output/lamp.m4b\n./scripts/lamp.json\n./voices/lamp.json\n");

  const Json done = LastEvent(run.output);
  const auto samples = done.At("samples").AsInteger(1, kMostSamples);
  EXPECT_EQ(samples, done.At("speech_samples").AsInteger(1, kMostSamples) +
                         done.At("pause_samples").AsInteger(1, kMostSamples));
  const std::vector<float> decoded = Decode(program / "output/lamp.m4b");
  EXPECT_EQ(static_cast<std::int64_t>(decoded.size()), samples);

  const auto& chapters = done.At("chapters").AsArray();
  ASSERT_EQ(chapters.size(), 2U);
  const auto probe = RunCommand("ffprobe -v error -show_chapters -show_format -of json " +
                                Quoted((program / "output/lamp.m4b").string()));
  const Json shown = Json::Parse(probe.output, "ffprobe");
  const auto& marks = shown.At("chapters").AsArray();
  ASSERT_EQ(marks.size(), 2U);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const auto start = marks[i].At("start").AsInteger(0, kMostSamples);
    EXPECT_EQ(start, chapters[i].At("start_sample").AsInteger(0, kMostSamples));
    EXPECT_EQ(marks[i].At("end").AsInteger(0, kMostSamples),
              i + 1 < marks.size() ? marks[i + 1].At("start").AsInteger(0, kMostSamples) : samples);
    // The heading is heard within 20 ms of its mark.
    float loudest = 0;
    for (std::int64_t s = start; s < start + kSampleRateHz / 50; ++s) {
      loudest = std::max(loudest, std::abs(decoded[static_cast<std::size_t>(s)]));
    }
    EXPECT_GT(loudest, 0.003F) << "chapter " << i + 1;
  }
}

TEST(Produce, GivesTheSameBytesForAnyNumberOfWorkers) {
  const Program program;
  const std::string book = program.WriteBook();
  ASSERT_EQ(program.Run("produce " + book + " --no-cache -o one.m4b --jobs 1").exit_code, 0);
  ASSERT_EQ(program.Run("produce " + book + " --no-cache -o three.m4b --jobs 3").exit_code, 0);
  EXPECT_EQ(program.Read("one.m4b"), program.Read("three.m4b"));
}

TEST(Produce, CharactersSpeakWithVoicesOfTheirOwn) {
  const Program program;
  ASSERT_EQ(program.Run("produce " + program.WriteBook()).exit_code, 0);
  const std::string cast = program.Read("voices/lamp.json");
  const Json json = Json::Parse(cast, "cast");
  const Json& roles = json.At("cast");
  ASSERT_NE(roles.Find("narrator"), nullptr) << cast;
  std::vector<std::string> presets;
  for (const auto& [speaker, role] : roles.AsObject()) {
    if (speaker != "unknown") presets.push_back(role.At("preset").AsString());
  }
  ASSERT_EQ(presets.size(), 3U) << cast;
  EXPECT_NE(presets[0], presets[1]);
  EXPECT_NE(presets[1], presets[2]);
  EXPECT_NE(presets[0], presets[2]);
}

TEST(Produce, KeepsWhatAHandHasEditedUntilFresh) {
  const Program program;
  const std::string book = program.WriteBook();
  ASSERT_EQ(program.Run("produce " + book).exit_code, 0);
  const std::string script = program.Read("scripts/lamp.json");
  std::string edited = script;
  edited.replace(edited.find("the lamp was low"), 16, "the lamp was out");
  WriteFile(program / "scripts/lamp.json", edited);

  const auto kept = program.Run("produce " + book);
  EXPECT_EQ(kept.exit_code, 0);
  EXPECT_THAT(kept.output, HasSubstr("kept ./scripts/lamp.json: edited by hand"));
  EXPECT_THAT(kept.output, HasSubstr("the lamp was out")) << "the difference is reported";
  EXPECT_EQ(program.Read("scripts/lamp.json"), edited);

  EXPECT_EQ(program.Run("produce --fresh " + book).exit_code, 0);
  EXPECT_EQ(program.Read("scripts/lamp.json"), script);
}

TEST(Produce, AnEditOfTheCastIsHeard) {
  const Program program;
  const std::string book = program.WriteBook();
  ASSERT_EQ(program.Run("produce " + book).exit_code, 0);
  const std::string before = program.Read("output/lamp.m4b");
  std::string cast = program.Read("voices/lamp.json");
  const std::string preset = R"("narrator": {"preset":")";
  const std::size_t at = cast.find(preset);
  ASSERT_NE(at, std::string::npos) << cast;
  cast.insert(cast.find('}', at), R"(,"pitch":70)");
  WriteFile(program / "voices/lamp.json", cast);
  const auto again = program.Run("produce " + book);
  EXPECT_EQ(again.exit_code, 0) << again.output;
  EXPECT_THAT(again.output, HasSubstr("kept ./voices/lamp.json: edited by hand"));
  EXPECT_EQ(program.Read("voices/lamp.json"), cast);
  EXPECT_NE(program.Read("output/lamp.m4b"), before);
}

TEST(Produce, ReplacesItsOwnOutputButNoOther) {
  const Program program;
  const std::string book = program.WriteBook();
  WriteFile(program / "output/lamp.m4b", "somebody's recording");
  const auto refused = program.Run("produce " + book);
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.output, HasSubstr("--force"));
  EXPECT_EQ(program.Read("output/lamp.m4b"), "somebody's recording");
  EXPECT_EQ(program.Run("produce --force " + book).exit_code, 0);
  EXPECT_EQ(program.Run("produce " + book).exit_code, 0);

  (void)program.WriteBook("other/lamp.txt", "CHAPTER I.\n\nAnother book, of the same name.\n");
  EXPECT_EQ(program.Run("produce other/lamp.txt").exit_code, 1);
}

TEST(Produce, ChoosesChaptersAndAddsCredits) {
  const Program program;
  const auto run =
      program.Run("produce --json --chapters 2 --credits -o part.m4b " + program.WriteBook());
  ASSERT_EQ(run.exit_code, 0) << run.output;
  const Json done = LastEvent(run.output);
  const auto& chapters = done.At("chapters").AsArray();
  ASSERT_EQ(chapters.size(), 3U);
  EXPECT_EQ(chapters[0].At("title").AsString(), "Opening credits");
  EXPECT_EQ(chapters[1].At("title").AsString(), "Chapter II");
}

TEST(Produce, DryRunWritesNothing) {
  const Program program;
  const auto run = program.Run("produce --dry-run " + program.WriteBook());
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.output, HasSubstr("2 chapters, 2 characters, about 0:"));
  EXPECT_EQ(program.Files(), "./lamp.txt\n");
}

TEST(Produce, OneVoiceReadsEverything) {
  const Program program;
  const std::string book = program.WriteBook();
  ASSERT_EQ(program.Run("produce --one-voice -o one.m4b " + book).exit_code, 0);
  ASSERT_EQ(program.Run("produce -o cast.m4b " + book).exit_code, 0);
  EXPECT_NE(program.Read("one.m4b"), program.Read("cast.m4b"));
}

TEST(Produce, StagesOneByOneGiveTheSameBook) {
  const Program program;
  const std::string book = program.WriteBook();
  ASSERT_EQ(program.Run("produce -o whole.m4b " + book).exit_code, 0);
  ASSERT_EQ(program.Run("annotate --workdir steps " + book).exit_code, 0);
  const auto cast = program.Run("cast --workdir steps steps/scripts/lamp.json");
  ASSERT_EQ(cast.exit_code, 0) << cast.output;
  EXPECT_THAT(cast.output, HasSubstr("Maren"));
  const auto render = program.Run("render --workdir steps steps/scripts/lamp.json");
  ASSERT_EQ(render.exit_code, 0) << render.output;
  EXPECT_EQ(program.Read("steps/output/lamp.m4b"), program.Read("whole.m4b"));
}

TEST(Produce, AMovedBookKeepsItsEditedScript) {
  const Program program;
  const std::string book = program.WriteBook();
  ASSERT_EQ(program.Run("annotate " + book).exit_code, 0);
  std::string edited = program.Read("scripts/lamp.json");
  edited.replace(edited.find("the lamp was low"), 16, "the lamp was out");
  WriteFile(program / "scripts/lamp.json", edited);
  (void)program.WriteBook("moved/lamp.txt");
  const auto run = program.Run("produce moved/lamp.txt -o new/");
  EXPECT_EQ(run.exit_code, 0) << run.output;
  EXPECT_EQ(program.Read("scripts/lamp.json"), edited);
  EXPECT_TRUE(std::filesystem::exists(program / "new/lamp.m4b"));
}

TEST(Produce, AScriptIsRenderedWithoutItsBook) {
  const Program program;
  const std::string book = program.WriteBook();
  ASSERT_EQ(program.Run("produce " + book).exit_code, 0);
  WriteFile(program / book, std::string("\0\1\2", 3));
  const auto damaged = program.Run("render scripts/lamp.json");
  EXPECT_EQ(damaged.exit_code, 0) << damaged.output;
  EXPECT_THAT(damaged.output, HasSubstr("can't be compared with its book"));
  std::filesystem::remove(program / book);
  EXPECT_EQ(program.Run("render scripts/lamp.json").exit_code, 0);
}

TEST(Produce, QuietSaysOnlyTheResult) {
  const Program program;
  const auto run = program.Run("produce --quiet " + program.WriteBook());
  EXPECT_EQ(std::count(run.output.begin(), run.output.end(), '\n'), 1) << run.output;
  EXPECT_THAT(run.output, HasSubstr("lamp.m4b: 2 chapters"));
}

}  // namespace
}  // namespace fullcast
