// How a production sounds as a whole. Files: voices/profiles/.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/script.h"

namespace fullcast {

/// The pauses between segments and the level of the sound.
struct Profile {
  std::string name = "default";

  /// Milliseconds by Pause class, at the reference rate.
  std::array<int, 8> pauses_ms = {0, 120, 350, 600, 550, 1800, 1200, 2500};
  int reference_rate_wpm = 175;

  double loudness_lufs = -18;  ///< integrated, of the whole book
  double peak_db = -1;         ///< ceiling of true peaks, dBTP

  bool operator==(const Profile&) const = default;

  /// The silence after a segment read at this rate: a faster reader pauses for less time, in
  /// proportion. What a user wrote by hand in milliseconds is not scaled.
  [[nodiscard]] std::size_t PauseSamples(Pause pause, int rate_wpm) const;
};

/// Reads a profile's text: what it does not name keeps the value above. Throws Error with file,
/// line and column at what is misspelt or out of range. `file` is used in messages only.
Profile ParseProfile(std::string_view text, const std::string& file);

/// ParseProfile() of a file's content.
Profile ReadProfile(const std::filesystem::path& path);

}  // namespace fullcast
