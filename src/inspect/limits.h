// What a recording is held against.
#pragma once

#include <optional>

#include "audio/profile.h"

namespace fullcast {

/// From the least to the most that is taken.
struct Range {
  double least = 0;
  double most = 0;
};

struct Limits {
  /// Of the mean level: loudness in LUFS, or RMS in dBFS where a store measures so; none: any.
  std::optional<double> least_level;
  std::optional<double> most_level;
  bool level_is_rms = false;

  double most_peak_db = 0;     ///< true peak, dBTP
  double most_noise_db = -50;  ///< noise floor, dBFS
  double longest_silence_seconds = 10;
  std::optional<Range> head_seconds;  ///< of room tone ahead of the first sound; none: any
  std::optional<Range> tail_seconds;  ///< ... and behind the last
  int rate_hz = 0;                    ///< that a file must have; 0: any
  const char* codec = nullptr;        ///< libav's name; nullptr: any
  int least_kbps = 0;
  bool constant_rate = false;
  double longest_file_seconds = 0;  ///< 0: any
  int least_cover_side = 500;       ///< pixels
  bool square_cover = false;
  bool strict = false;  ///< what is beyond is refused, not only worse
};

/// The limits of a profile's files: 2 LU around its loudness, half a dB above its ceiling. Those of
/// "acx" are the store's (RMS -23 to -18 dBFS, peaks below -3, noise below -60 dBFS, 44.1 kHz,
/// MP3 of a constant 192 kbit/s or more, at most two hours, half a second to one of room tone at
/// the head and one to five at the tail, a square cover of 2,400 pixels or more).
Limits LimitsOf(const Profile& profile);

}  // namespace fullcast
