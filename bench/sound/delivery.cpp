// What delivery does to the same sentences, in figures.
//
//   sound_delivery PRESETS.json [PRESET...]
//
// Reads sentences in each manner and as plain narration of the same voice, with the presets named
// (else eight of them, both sexes and all ages), and prints for each manner how pitch, its range,
// loudness, rate, the share of voiced frames and of hiss differ at the default expression, mean of
// the voices. Then how far each manner goes at expression 0, 0.25, 0.5, 0.75 and 1.
#include "cast/delivery.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "audio/clean_speech.h"
#include "audio/loudness.h"
#include "audio/mixer.h"
#include "audio/whisper.h"
#include "cast/presets.h"
#include "core/error.h"
#include "produce/pieces/speaking_style.h"
#include "sound/pitch.h"
#include "speech/retrying_synthesizer.h"

namespace fullcast {
namespace {

const std::vector<std::string> kSentences = {
    "The door was open when we came home, and nobody knew why",
    "I have never seen anything like it in all my years at sea",
    "They were carrying the old piano down to the river"};

// A chapter in which the segment in question is the second.
struct Manner {
  std::string name;
  std::function<void(ScriptChapter&)> set;
  bool only_stressed = false;  // measure what is stressed and nothing else
};

void SetDelivery(ScriptChapter& chapter, const std::string& delivery) {
  chapter.segments[1].delivery = delivery;
}

void SetMark(ScriptChapter& chapter, char mark) { chapter.segments[1].text.back() = mark; }

// Nouns of the sentences, in italics; `all`: every word.
void Stress(ScriptChapter& chapter, bool all) {
  Segment& segment = chapter.segments[1];
  if (all) {
    segment.emphasis = {{0, segment.text.size()}};
    return;
  }
  for (const std::string word : {"nobody", "never", "piano"}) {
    const std::size_t at = segment.text.find(word);
    if (at != std::string::npos) segment.emphasis = {{at, at + word.size()}};
  }
}

void SetBetweenSpeech(ScriptChapter& chapter) {
  chapter.segments[1].speaker = kNarrator;
  chapter.segments[1].text = chapter.segments[1].text.substr(0, 50) + ",";
  chapter.segments[0].pause = chapter.segments[1].pause = Pause::kClause;
}

std::vector<Manner> Manners() {
  std::vector<Manner> manners;
  for (const char* delivery :
       {"whispered", "murmured", "shouted", "screamed", "cried", "called", "asked", "laughed",
        "sobbed", "sighed", "groaned", "gasped", "growled", "pleaded", "letter"}) {
    manners.push_back(
        {delivery, [delivery](ScriptChapter& chapter) { SetDelivery(chapter, delivery); }});
  }
  manners.push_back({"question", [](ScriptChapter& chapter) { SetMark(chapter, '?'); }});
  manners.push_back({"exclamation", [](ScriptChapter& chapter) { SetMark(chapter, '!'); }});
  manners.push_back(
      {"thought", [](ScriptChapter& chapter) { chapter.segments[1].thought = true; }});
  manners.push_back({"italics: a word", [](ScriptChapter& chapter) { Stress(chapter, false); }});
  manners.push_back(
      {"... that word", [](ScriptChapter& chapter) { Stress(chapter, false); }, true});
  manners.push_back({"italics: all", [](ScriptChapter& chapter) { Stress(chapter, true); }});
  manners.push_back({"he said, between", SetBetweenSpeech});
  manners.push_back(
      {"heading", [](ScriptChapter& chapter) { chapter.segments[1].heading = true; }});
  return manners;
}

ScriptChapter ChapterOf(const std::string& sentence) {
  ScriptChapter chapter;
  chapter.segments.resize(3);
  for (Segment& segment : chapter.segments) {
    segment.speaker = "ann";
    segment.text = sentence + ".";
  }
  return chapter;
}

struct Sound {
  Melody melody;
  double lufs = 0;
  double seconds = 0;
};

// Keeps the stressed words.
void KeepStressed(const Utterance& utterance, Speech& speech) {
  Samples kept;
  for (std::size_t i = 0; i + 1 < speech.words.size(); ++i) {
    const WordMark& word = speech.words[i];
    if (word.text_begin != utterance.stressed.at(0).begin) continue;
    const auto begin = speech.samples.begin() + static_cast<std::ptrdiff_t>(word.sample);
    kept.insert(kept.end(), begin,
                begin + static_cast<std::ptrdiff_t>(speech.words[i + 1].sample - word.sample));
  }
  speech.samples = kept;
}

// What a listener gets of all sentences in a manner; for `manner` without `set`, plainly.
Sound Read(const Voice& voice, const Manner& manner, double expression, Synthesizer& synthesizer) {
  const Profile profile;
  SpeakingStyle style;
  style.expression = expression;
  UtteranceMaker maker(style, "en");
  Mixer mixer;
  Samples speech;
  for (const std::string& sentence : kSentences) {
    ScriptChapter chapter = ChapterOf(sentence);
    if (manner.set) manner.set(chapter);
    const Utterance utterance = maker.Make(chapter, 1, voice);
    Speech spoken = synthesizer.Speak(utterance);
    if (!spoken.defect.empty()) throw Error(spoken.defect);
    if (manner.only_stressed) KeepStressed(utterance, spoken);
    Whisper(spoken.samples, utterance.voice.whisper);
    CleanSpeech(spoken.samples, profile);
    speech.insert(speech.end(), spoken.samples.begin(), spoken.samples.end());
    mixer.AddSpeech(spoken.samples, utterance.voice.gain_db);
    mixer.AddSilence(SamplesIn(300));
  }
  return {MelodyOf(speech),
          MeasureLoudness(mixer.Finish(profile, {})).IntegratedLufs().value_or(-70),
          static_cast<double>(speech.size()) / kSampleRateHz};
}

double Semitones(double from_hz, double to_hz) {
  return from_hz > 0 && to_hz > 0 ? 12 * std::log2(to_hz / from_hz) : 0;
}

// A manner against the same words read plainly.
struct Difference {
  double pitch_st = 0;
  double range_st = 0;
  double loudness_lu = 0;
  double rate = 0;
  double voiced = 0;
  double hiss = 0;
};

constexpr std::array<double, 5> kExpressions = {0, 0.25, 0.5, 0.75, 1};

// The mean over the voices, for each expression.
std::vector<Difference> Compare(const std::vector<const Preset*>& voices, const Manner& manner,
                                Synthesizer& synthesizer) {
  std::vector<Difference> means(kExpressions.size());
  const double share = 1.0 / static_cast<double>(voices.size());
  for (const Preset* preset : voices) {
    const Sound plain = Read(preset->voice, manner, 0, synthesizer);
    for (std::size_t i = 0; i < kExpressions.size(); ++i) {
      const Sound read = Read(preset->voice, manner, kExpressions[i], synthesizer);
      Difference& mean = means[i];
      mean.pitch_st += share * Semitones(plain.melody.MedianHz(), read.melody.MedianHz());
      mean.range_st += share * (read.melody.RangeSemitones() - plain.melody.RangeSemitones());
      mean.loudness_lu += share * (read.lufs - plain.lufs);
      mean.rate += share * plain.seconds / read.seconds;
      mean.voiced += share * read.melody.voiced_share;
      mean.hiss += share * read.melody.hiss_share;
    }
  }
  return means;
}

// What is hardly voiced has no pitch.
std::string PitchOf(const Difference& d, double semitones, int decimals) {
  constexpr double kLeastVoiced = 0.4;
  return d.voiced < kLeastVoiced ? "-" : fmt::format("{:+.{}f}", semitones, decimals);
}

void Print(const std::string& name, const Difference& d) {
  fmt::print("{:<18} {:>9} {:>9} {:>+9.2f} {:>6.2f} {:>7.0f}% {:>5.0f}%\n", name,
             PitchOf(d, d.pitch_st, 2), PitchOf(d, d.range_st, 2), d.loudness_lu, d.rate,
             100 * d.voiced, 100 * d.hiss);
}

void Run(const std::vector<std::string>& arguments) {
  const Presets presets = Presets::Read({arguments[0]});
  std::vector<std::string> names(arguments.begin() + 1, arguments.end());
  if (names.empty()) {
    names = {"narrator", "narrator-woman", "henry",  "alice",
             "robert",   "agatha",         "oliver", "magnus"};
  }
  std::vector<const Preset*> voices;
  for (const std::string& name : names) {
    if (presets.Find(name) == nullptr) {
      fmt::print(stderr, "no preset {}\n", name);
      continue;
    }
    voices.push_back(presets.Find(name));
  }
  const std::unique_ptr<Synthesizer> synthesizer = MakeSynthesizer();
  fmt::print("{} voices, against the same words at --expressive 0; at 0.5:\n", voices.size());
  fmt::print("{:<18} {:>9} {:>9} {:>9} {:>6} {:>8} {:>6}\n", "manner", "pitch st", "range st",
             "loud LU", "rate", "voiced", "hiss");
  std::string growth;
  for (const Manner& manner : Manners()) {
    const std::vector<Difference> found = Compare(voices, manner, *synthesizer);
    Print(manner.name, found[kExpressions.size() / 2]);
    growth += fmt::format("{:<18}", manner.name);
    for (const Difference& d : found) {
      growth +=
          fmt::format("  {}/{:+.1f}/{:.2f}", PitchOf(d, d.pitch_st, 1), d.loudness_lu, d.rate);
    }
    growth += '\n';
  }
  fmt::print("\npitch st / loud LU / rate at expression {}:\n{}", fmt::join(kExpressions, ", "),
             growth);
}

}  // namespace
}  // namespace fullcast

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: sound_delivery PRESETS.json [PRESET...]\n", stderr);
    return 2;
  }
  try {
    fullcast::Run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "sound_delivery: {}\n", error.what());
    return 1;
  }
  return 0;
}
