#include "inspect/limits.h"

namespace fullcast {

namespace {

// https://help.acx.com/s/article/what-are-the-acx-audio-submission-requirements, and for covers
// .../what-are-the-acx-cover-art-requirements.
Limits AcxLimits() {
  Limits limits;
  limits.least_level = -23;
  limits.most_level = -18;
  limits.level_is_rms = true;
  limits.most_peak_db = -3;
  limits.most_noise_db = -60;
  limits.longest_silence_seconds = 5;
  limits.head_seconds = {0.5, 1};
  limits.tail_seconds = {1, 5};
  limits.rate_hz = 44100;
  limits.codec = "mp3";
  limits.least_kbps = 192;
  limits.constant_rate = true;
  limits.longest_file_seconds = 7200;
  limits.least_cover_side = 2400;
  limits.square_cover = true;
  limits.strict = true;
  return limits;
}

}  // namespace

Limits LimitsOf(const Profile& profile) {
  constexpr double kToleranceLu = 2;
  constexpr double kPeakToleranceDb = 0.5;
  if (profile.name == "acx") return AcxLimits();
  Limits limits;
  if (profile.loudness_lufs) {
    limits.least_level = *profile.loudness_lufs - kToleranceLu;
    limits.most_level = *profile.loudness_lufs + kToleranceLu;
  }
  limits.most_peak_db = profile.peak_db + kPeakToleranceDb;
  return limits;
}

}  // namespace fullcast
