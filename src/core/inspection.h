// What was found in a finished audiobook.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace fullcast {

enum class Verdict { kPass, kWarn, kFail };

/// One rule, held against one file or a folder.
struct Finding {
  Verdict verdict = Verdict::kPass;
  std::string rule;                                 ///< its name, as in "clipping"
  std::string what;                                 ///< what was found
  std::string advice;                               ///< what to do; of a warning or a failure
  std::optional<double> at_seconds = std::nullopt;  ///< where it is first
};

/// The sound of a file, drawn or printed. Levels in dB are -infinity for silence.
struct SoundFigures {
  static constexpr double kBlockSeconds = 0.4;

  std::optional<double> loudness_lufs;  ///< integrated; none: silent, or shorter than a block
  double true_peak_db = 0;              ///< dBTP
  double rms_db = 0;                    ///< dBFS
  double noise_floor_db = 0;            ///< RMS of the quietest 200 ms, dBFS
  std::vector<float> blocks_lufs;       ///< loudness of each block
  std::vector<float> block_peaks;       ///< linear
};

struct InspectedChapter {
  std::string title;
  double begin_seconds = 0;
};

struct InspectedFile {
  std::string path;
  std::string format;  ///< container and codec
  int rate_hz = 0;
  int channels = 0;
  double seconds = 0;
  std::vector<InspectedChapter> chapters;
  std::optional<SoundFigures> sound;  ///< none: it was not decoded
  std::vector<Finding> findings;
};

struct Inspection {
  std::string profile;
  std::vector<InspectedFile> files;
  std::vector<Finding> folder;  ///< of the files together
};

/// The worst verdict of them.
Verdict WorstOf(const std::vector<Finding>& findings);
Verdict WorstOf(const Inspection& inspection);

/// "pass", "warn", "fail".
const char* NameOf(Verdict verdict);

}  // namespace fullcast
