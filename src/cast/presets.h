// Ready-made voices to cast a book with. Files: voices/README.md.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/cast.h"
#include "core/language.h"
#include "core/script.h"

namespace fullcast {

enum class Age { kChild, kYoung, kAdult, kOld };

/// How a preset sounds, as bench/casting/measure_voices.py measured it.
struct VoiceMeasures {
  double f0_hz = 0;                ///< median pitch
  double f0_spread_semitones = 0;  ///< from the 10th to the 90th percentile of the pitch
  double centroid_hz = 0;          ///< spectral centroid, median
  double tempo_wpm = 0;            ///< against the language's plain voice at 175 words a minute
  std::array<double, 6> mfcc{};    ///< MFCC 1 to 6, mean
};

struct Preset {
  std::string name;  ///< unique: "alice"
  std::string description;
  Gender sex = Gender::kUnknown;
  Age age = Age::kAdult;
  std::string language;   ///< BCP 47 with the accent: "en-GB-scotland"
  int quality = 5;        ///< 1 to 10: how pleasant it is in a big role
  bool narrator = false;  ///< can be heard for hours
  Voice voice;
  std::optional<VoiceMeasures> measured;
};

/// The presets at hand, in the order of their files.
class Presets {
 public:
  /// Reads one file's text. Throws Error with file, line and column at what is broken, misspelt,
  /// out of range or named twice. `file` is used in messages only.
  static Presets Parse(std::string_view text, const std::string& file);

  /// Reads files in this order; a preset replaces the one of the same name in an earlier file.
  static Presets Read(const std::vector<std::filesystem::path>& files);

  /// Takes another file's presets over; those of the same name replace ours.
  void Override(const Presets& other);

  /// The preset of this name, or nullptr.
  [[nodiscard]] const Preset* Find(std::string_view name) const;

  [[nodiscard]] const std::vector<Preset>& all() const { return presets_; }

  /// Those whose language agrees in the primary subtag ("en" of "en-GB"), in the same order.
  [[nodiscard]] std::vector<Preset> OfLanguage(std::string_view language) const;

 private:
  std::vector<Preset> presets_;
};

}  // namespace fullcast
