// How a production sounds as a whole. Files: voices/README.md.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/pcm.h"
#include "core/script.h"

namespace fullcast {

/// The pauses between segments and the level of the sound.
struct Profile {
  std::string name = "default";

  /// Milliseconds by Pause class, at the reference rate.
  std::array<int, kPauses> pauses_ms = {0, 120, 250, 550, 350, 600, 550, 1800, 1200, 2500};
  int chapter_lead_ms = 0;  ///< ahead of a chapter's first words
  int reference_rate_wpm = 175;

  std::optional<double> loudness_lufs = -18;  ///< integrated, of the whole book; none: voices are
                                              ///< left as loud as the engine makes them
  double peak_db = -1;                        ///< ceiling of true peaks in the file, dBTP
  double makeup_db = 0;                       ///< of gain, for what the limiter takes away where
                                              ///< ceiling and loudness are near to each other
  double high_pass_hz = 50;                   ///< what lies below is taken away; 0: nothing
  std::optional<double> room_tone_db;         ///< RMS of the room in dBFS; none: silent pauses
  int sample_rate_hz = kSampleRateHz;         ///< of the file

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
