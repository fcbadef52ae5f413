// Prints, for each preset of a file, the gain that brings its voice to the common loudness of
// -18 LUFS, as a book is mixed: utterances trimmed, gain applied, peaks limited.
//
//   calibrate_voices voices/presets.json
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
#include <optional>
#include <string>
#include <vector>

#include "audio/limiter.h"
#include "audio/loudness.h"
#include "audio/mixer.h"
#include "audio/profile.h"
#include "audio/trim.h"
#include "cast/presets.h"
#include "core/error.h"
#include "speech/retrying_synthesizer.h"

namespace {

using namespace fullcast;

// All sounds of English, statements, a question and an exclamation.
const std::vector<std::string> kPassage = {
    "The harbour bell rang twice before anybody on the quay thought of looking up.",
    "“Is that the evening boat?” asked the girl with the yellow umbrella.",
    "Nobody answered, for the fog had swallowed the lighthouse, the pier, and half of the town.",
    "“Then I shall wait here,” she said, “until it goes away again!”",
    "An old man, who had been mending a net, laughed softly and measured the rope with his thumb.",
    "Just beyond the breakwater a voice was singing something joyful, about spring and seventeen "
    "geese."};

constexpr double kMostGainDb = 15;

Samples SpeakPassage(Synthesizer& synthesizer, const Voice& voice) {
  Samples passage;
  for (const std::string& text : kPassage) {
    Speech speech = synthesizer.Speak({text, voice});
    if (!speech.defect.empty()) throw Error(speech.defect);
    TrimSilence(speech.samples);
    passage.insert(passage.end(), speech.samples.begin(), speech.samples.end());
    passage.resize(passage.size() + SamplesIn(350));
  }
  return passage;
}

struct Calibration {
  double raw_lufs = 0;
  double raw_peak_db = 0;
  double gain_db = 0;
  double limited_db = 0;  ///< how much lower the highest peak is for the limiter
};

Calibration Calibrate(const Samples& passage, const Profile& profile) {
  const LoudnessStats raw = MeasureLoudness(passage);
  Calibration result;
  result.raw_lufs = raw.IntegratedLufs().value_or(LoudnessStats::kLeastLufs);
  result.raw_peak_db = raw.SamplePeakDb();
  result.gain_db = profile.loudness_lufs - result.raw_lufs;
  // The limiter takes some of the loudness away: give it back.
  for (int round = 0; round < 6; ++round) {
    Mixer mixer;
    mixer.AddSpeech(passage, result.gain_db);
    const LoudnessStats mixed = MeasureLoudness(mixer.Finish(profile.peak_db, {}));
    result.gain_db += profile.loudness_lufs - mixed.IntegratedLufs().value_or(result.raw_lufs);
    result.gain_db = std::clamp(result.gain_db, -kMostGainDb, kMostGainDb);
    result.limited_db = result.raw_peak_db + result.gain_db - mixed.SamplePeakDb();
  }
  return result;
}

void CalibrateFile(const char* path) {
  const Presets presets = Presets::Read({path});
  const std::unique_ptr<Synthesizer> synthesizer = MakeSynthesizer();
  const Profile profile;
  fmt::print("{:<20} {:>8} {:>8} {:>8} {:>8} {:>8}\n", "preset", "LUFS", "peak dB", "gain dB",
             "in file", "limited");
  for (const Preset& preset : presets.all()) {
    const Calibration found = Calibrate(SpeakPassage(*synthesizer, preset.voice), profile);
    fmt::print("{:<20} {:>8.1f} {:>8.1f} {:>8.1f} {:>8.1f} {:>8.1f}\n", preset.name, found.raw_lufs,
               found.raw_peak_db, found.gain_db, preset.voice.gain_db, found.limited_db);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: calibrate_voices PRESETS.json\n");
    return 2;
  }
  try {
    CalibrateFile(argv[1]);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
  return 0;
}
