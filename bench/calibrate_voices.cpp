// Prints, for each preset of a file, the gain that brings its voice to the common loudness of
// -18 LUFS, as a book is mixed: utterances trimmed, gain applied, peaks limited.
//
//   calibrate_voices voices/presets.json
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <memory>

#include "cast/presets.h"
#include "produce/casting/calibrate.h"
#include "speech/retrying_synthesizer.h"

namespace {

using namespace fullcast;

void CalibrateFile(const char* path) {
  const Presets presets = Presets::Read({path});
  const std::unique_ptr<Synthesizer> synthesizer = MakeSynthesizer();
  fmt::print("{:<20} {:>8} {:>8} {:>8} {:>8} {:>8}\n", "preset", "LUFS", "peak dB", "gain dB",
             "in file", "limited");
  for (const Preset& preset : presets.all()) {
    const Calibration found = Calibrate(preset.voice, *synthesizer);
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
