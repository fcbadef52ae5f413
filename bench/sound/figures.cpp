// How a book is mixed, in figures.
//
//   sound_figures SCRIPT CAST PROFILE.json
//
// Of the script, mixed in this process: loudness of each voice with 10 seconds of neutral lines
// against the narrator's, the largest sample step where a segment begins or ends against the speech
// around it, and how fast mixing and mastering are. Files are measured by sound_files.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "audio/clean_speech.h"
#include "audio/loudness.h"
#include "audio/mixer.h"
#include "audio/profile.h"
#include "cast/cast_file.h"
#include "core/file.h"
#include "produce/casting/make_cast.h"
#include "produce/pieces/piece_renderer.h"
#include "produce/pieces/plan.h"
#include "produce/workspace.h"
#include "script/script_file.h"
#include "speech/retrying_synthesizer.h"

namespace fullcast {
namespace {

bool IsNeutral(const Segment& segment) {
  return segment.skip.empty() && !segment.heading && !segment.thought && segment.delivery.empty() &&
         segment.text.find_first_of("!?") == std::string::npos;
}

// The loudness of each speaker's neutral lines, up to a minute of them.
void MeasureVoices(const Script& script, const Cast& cast, const Profile& profile,
                   Synthesizer& synthesizer) {
  constexpr std::size_t kLeast = std::size_t{10} * kSampleRateHz;
  constexpr std::size_t kMost = std::size_t{60} * kSampleRateHz;
  std::map<std::string, Mixer> mixers;
  for (const ScriptChapter& chapter : script.chapters) {
    for (const Segment& segment : chapter.segments) {
      Mixer& mixer = mixers[segment.speaker];
      if (!IsNeutral(segment) || mixer.position() > kMost) continue;
      const Voice& voice = cast.roles.at(segment.speaker).voice;
      Speech speech = synthesizer.Speak({segment.say.empty() ? segment.text : segment.say, voice});
      if (!speech.defect.empty()) continue;
      CleanSpeech(speech.samples, profile);
      mixer.AddSpeech(speech.samples, GainDb(voice, profile));
      mixer.AddSilence(SamplesIn(300));
    }
  }
  std::map<std::string, double> lufs;
  for (auto& [speaker, mixer] : mixers) {
    if (mixer.position() < kLeast) continue;
    lufs[speaker] = MeasureLoudness(mixer.Finish(profile, {})).IntegratedLufs().value_or(-70);
  }
  const double narrator = lufs.at(kNarrator);
  std::string outside;
  double worst = 0;
  for (const auto& [speaker, loudness] : lufs) {
    const double off = loudness - narrator;
    if (std::abs(off) > std::abs(worst)) worst = off;
    if (std::abs(off) <= 1.5) continue;
    outside += fmt::format(" {} ({}) {:+.2f}", speaker, cast.roles.at(speaker).preset, off);
  }
  fmt::print(
      "voices: {} with 10 s of neutral lines; narrator {:.2f} LUFS; the worst {:+.2f} LU from "
      "the narrator; beyond 1.5 LU:{}\n",
      lufs.size(), narrator, worst, outside.empty() ? " none" : outside);
}

double LargestStep(const Samples& samples, std::size_t begin, std::size_t end) {
  double largest = 0;
  for (std::size_t i = std::max<std::size_t>(begin, 1); i < std::min(end, samples.size()); ++i) {
    largest = std::max(largest, double{std::abs(samples[i] - samples[i - 1])});
  }
  return largest;
}

double UserSeconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec) +
         1e-6 * static_cast<double>(usage.ru_utime.tv_usec);
}

// Utterances are spoken in children, so that the user time of this process is that of the audio
// stages, and of reading the samples from a pipe.
void MeasureJointsAndSpeed(const Script& script, const Cast& cast, const Profile& profile,
                           Synthesizer& synthesizer) {
  constexpr std::size_t kAround = SamplesIn(100);
  std::size_t joints = 0;
  std::size_t clicks = 0;
  double largest = 0;
  double largest_ratio = 0;
  double sound_s = 0;
  double user_s = 0;
  for (const Piece& piece : PlanPieces(script, cast, profile)) {
    const double begun = UserSeconds();
    const MixedPiece mixed = MixPiece(piece, synthesizer, profile, 1024);
    (void)MeasureLoudness(mixed.samples);
    user_s += UserSeconds() - begun;
    sound_s += static_cast<double>(mixed.samples.size()) / kSampleRateHz;
    for (const LineTiming& line : mixed.lines) {
      if (line.speech_samples == 0) continue;
      const std::size_t begin = line.start_samples;
      const std::size_t end = begin + line.speech_samples;
      for (const auto& [joint, inside] :
           {std::pair{begin, LargestStep(mixed.samples, begin + 2, begin + kAround)},
            std::pair{end, LargestStep(mixed.samples, end - std::min(end, kAround), end - 2)}}) {
        const double step =
            LargestStep(mixed.samples, joint - std::min<std::size_t>(joint, 1), joint + 2);
        ++joints;
        largest = std::max(largest, step);
        largest_ratio = std::max(largest_ratio, step / std::max(inside, 1e-9));
        clicks += step > inside ? 1 : 0;
      }
    }
  }
  fmt::print(
      "joints: {}; largest step {:.5f} of full scale, at most {:.3f} of the largest step in the "
      "100 ms of speech beside it; {} above it\n",
      joints, largest, largest_ratio, clicks);
  fmt::print(
      "mixing and mastering: {:.0f} s of sound in {:.2f} s of user time: {:.0f} times real time\n",
      sound_s, user_s, sound_s / user_s);
}

void Run(const std::vector<std::string>& arguments) {
  const Script script = ParseScript(ReadFile(arguments[0]), arguments[0]).script;
  const Presets presets = ReadPresets({".", FindData()});
  const Cast cast = ReadCastFile(ReadFile(arguments[1]), arguments[1], script, presets).cast;
  const Profile profile = ReadProfile(arguments[2]);
  const std::unique_ptr<Synthesizer> synthesizer = MakeSynthesizer();
  MeasureVoices(script, cast, profile, *synthesizer);
  MeasureJointsAndSpeed(script, cast, profile, *synthesizer);
}

}  // namespace
}  // namespace fullcast

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: sound_figures SCRIPT CAST PROFILE.json\n", stderr);
    return 2;
  }
  try {
    fullcast::Run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "sound_figures: {}\n", error.what());
    return 1;
  }
  return 0;
}
