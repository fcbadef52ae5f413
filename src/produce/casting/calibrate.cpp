#include "produce/casting/calibrate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "audio/clean_speech.h"
#include "audio/loudness.h"
#include "audio/mixer.h"
#include "audio/profile.h"
#include "core/error.h"
#include "produce/pieces/piece_renderer.h"

namespace fullcast {

namespace {

constexpr std::array<const char*, 6> kPassage = {
    "The harbour bell rang twice before anybody on the quay thought of looking up.",
    "“Is that the evening boat?” asked the girl with the yellow umbrella.",
    "Nobody answered, for the fog had swallowed the lighthouse, the pier, and half of the town.",
    "“Then I shall wait here,” she said, “until it goes away again!”",
    "An old man, who had been mending a net, laughed softly and measured the rope with his thumb.",
    "Just beyond the breakwater a voice was singing something joyful, about spring and seventeen "
    "geese."};

constexpr double kMostGainDb = 15;
constexpr double kPauseMs = 350;

Samples SpeakPassage(const Voice& voice, const Profile& profile, Synthesizer& synthesizer) {
  Samples passage;
  for (const char* text : kPassage) {
    Speech speech = synthesizer.Speak({text, voice});
    if (!speech.defect.empty()) throw Error("a voice can't be calibrated: " + speech.defect);
    CleanSpeech(speech.samples, profile);
    passage.insert(passage.end(), speech.samples.begin(), speech.samples.end());
    passage.resize(passage.size() + SamplesIn(kPauseMs));
  }
  return passage;
}

}  // namespace

Calibration Calibrate(const Voice& voice, Synthesizer& synthesizer) {
  const Profile profile;
  const Samples passage = SpeakPassage(voice, profile, synthesizer);
  const LoudnessStats raw = MeasureLoudness(passage);
  Calibration result;
  result.raw_lufs = raw.IntegratedLufs().value_or(LoudnessStats::kLeastLufs);
  result.raw_peak_db = raw.SamplePeakDb();
  result.gain_db = kCalibratedLufs - result.raw_lufs;
  // The limiter takes some of the loudness away: give it back.
  constexpr int kRounds = 6;
  for (int round = 0; round < kRounds; ++round) {
    Mixer mixer;
    mixer.AddSpeech(passage, result.gain_db);
    const LoudnessStats mixed = MeasureLoudness(mixer.Finish(profile, {}));
    result.gain_db += kCalibratedLufs - mixed.IntegratedLufs().value_or(result.raw_lufs);
    result.gain_db = std::clamp(result.gain_db, -kMostGainDb, kMostGainDb);
    result.limited_db = result.raw_peak_db + result.gain_db - mixed.SamplePeakDb();
  }
  result.gain_db = std::round(10 * result.gain_db) / 10;
  return result;
}

}  // namespace fullcast
