// Whether the trimming of silence takes away the first or last phoneme of a segment.
//
//   sound_phonemes SCRIPT CAST [COUNT [SEED]]
//
// Speaks COUNT segments of the script (500), drawn by SEED (1), with their voices in this process,
// asks the engine where their first and last phonemes lie, and prints how much of the power of each
// is left behind the trimming.
#include <espeak-ng/speak_lib.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "audio/high_pass.h"
#include "audio/profile.h"
#include "audio/trim.h"
#include "cast/cast_file.h"
#include "core/error.h"
#include "core/file.h"
#include "produce/casting/make_cast.h"
#include "produce/workspace.h"
#include "script/script_file.h"
#include "speech/engine_voices.h"
#include "speech/prepare_text.h"

namespace fullcast {
namespace {

struct Phoneme {
  std::string name;
  std::size_t sample = 0;
};

struct Spoken {
  Samples samples;
  std::vector<Phoneme> phonemes;
};

int OnSound(short* wave, int count, espeak_EVENT* events) {
  auto* spoken = static_cast<Spoken*>(events->user_data);
  if (spoken == nullptr) return 0;
  for (; events->type != espeakEVENT_LIST_TERMINATED; ++events) {
    if (events->type != espeakEVENT_PHONEME) continue;
    const std::string name(events->id.string, strnlen(events->id.string, sizeof events->id.string));
    spoken->phonemes.push_back({name, static_cast<std::size_t>(std::max(events->sample, 0))});
  }
  for (int i = 0; wave != nullptr && i < count; ++i) {
    spoken->samples.push_back(static_cast<float>(wave[i]) / 32768.0F);
  }
  return 0;
}

Spoken Speak(const std::string& text, const Voice& voice) {
  const std::string name =
      voice.variant.empty() ? voice.engine_voice : voice.engine_voice + "+" + voice.variant;
  if (espeak_SetVoiceByName(name.c_str()) != EE_OK) throw Error("no voice " + name);
  espeak_SetParameter(espeakRATE, voice.rate_wpm, 0);
  espeak_SetParameter(espeakPITCH, voice.pitch, 0);
  espeak_SetParameter(espeakRANGE, voice.pitch_range, 0);
  espeak_SetParameter(espeakVOLUME, 60, 0);
  Spoken spoken;
  espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr,
               &spoken);
  return spoken;
}

bool IsSounding(const Phoneme& phoneme) {
  return !phoneme.name.empty() && phoneme.name[0] != '_' && phoneme.name[0] != '(';
}

double Power(const Samples& samples, std::size_t begin, std::size_t end) {
  double power = 0;
  for (std::size_t i = begin; i < std::min(end, samples.size()); ++i) {
    power += double{samples[i]} * double{samples[i]};
  }
  return power;
}

// The share of the power of samples [begin, end) that lies within the kept ones.
double KeptShare(const Samples& samples, SoundSpan kept, std::size_t begin, std::size_t end) {
  const double all = Power(samples, begin, end);
  if (all == 0) return 1;
  return Power(samples, std::max(begin, kept.begin), std::min(end, kept.end)) / all;
}

struct Figures {
  std::size_t segments = 0;
  std::size_t below_99 = 0;
  std::size_t below_90 = 0;
  std::size_t lost = 0;
  double worst = 1;
  std::string where;

  void Add(double share, const std::string& phoneme, const std::string& text) {
    ++segments;
    below_99 += share < 0.99 ? 1 : 0;
    below_90 += share < 0.9 ? 1 : 0;
    lost += share < 0.5 ? 1 : 0;
    if (share >= worst) return;
    worst = share;
    where = "[" + phoneme + "] of: " + text.substr(0, 50);
  }

  void Print(const char* which) const {
    fmt::print(
        "{} phoneme of {} segments: {} lost (less than half of its power kept), {} below 90 %, "
        "{} below 99 %; the worst keeps {:.1f} %: {}\n",
        which, segments, lost, below_90, below_99, 100 * worst, where);
  }
};

void Run(const std::string& script_path, const std::string& cast_path, std::size_t count,
         unsigned seed) {
  const Script script = ParseScript(ReadFile(script_path), script_path).script;
  const Presets presets = ReadPresets({".", FindData()});
  const Cast cast = ReadCastFile(ReadFile(cast_path), cast_path, script, presets).cast;
  std::vector<const Segment*> segments;
  for (const ScriptChapter& chapter : script.chapters) {
    for (const Segment& segment : chapter.segments) {
      if (segment.skip.empty()) segments.push_back(&segment);
    }
  }
  std::shuffle(segments.begin(), segments.end(), std::mt19937(seed));
  segments.resize(std::min(count, segments.size()));

  espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 200, EngineDataFolder().c_str(),
                    espeakINITIALIZE_PHONEME_EVENTS | espeakINITIALIZE_DONT_EXIT);
  espeak_SetSynthCallback(OnSound);
  const Profile profile;
  Figures first;
  Figures last;
  for (const Segment* segment : segments) {
    const std::string text = PrepareText(segment->say.empty() ? segment->text : segment->say).text;
    Spoken spoken = Speak(text, cast.roles.at(segment->speaker).voice);
    const auto& phonemes = spoken.phonemes;
    const auto begin = std::find_if(phonemes.begin(), phonemes.end(), IsSounding);
    const auto end = std::find_if(phonemes.rbegin(), phonemes.rend(), IsSounding).base();
    if (begin == phonemes.end()) continue;
    HighPass(profile.high_pass_hz).Process(spoken.samples);
    const SoundSpan kept = FindSpeech(spoken.samples);
    const std::size_t after_first =
        begin + 1 == phonemes.end() ? spoken.samples.size() : (begin + 1)->sample;
    const std::size_t after_last = end == phonemes.end() ? spoken.samples.size() : end->sample;
    first.Add(KeptShare(spoken.samples, kept, begin->sample, after_first), begin->name, text);
    last.Add(KeptShare(spoken.samples, kept, (end - 1)->sample, after_last), (end - 1)->name, text);
  }
  first.Print("first");
  last.Print("last");
}

}  // namespace
}  // namespace fullcast

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: sound_phonemes SCRIPT CAST [COUNT [SEED]]\n", stderr);
    return 2;
  }
  try {
    fullcast::Run(argv[1], argv[2], argc > 3 ? std::stoul(argv[3]) : 500,
                  argc > 4 ? static_cast<unsigned>(std::stoul(argv[4])) : 1);
  } catch (const std::exception& error) {
    fmt::print(stderr, "sound_phonemes: {}\n", error.what());
    return 1;
  }
  return 0;
}
