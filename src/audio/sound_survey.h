// Faults of a finished recording, found while it is decoded.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/inspection.h"

namespace fullcast {

/// Something that happens at times: how often, and where first.
struct Occurrences {
  std::size_t count = 0;
  double first_seconds = 0;

  void Add(double seconds) {
    if (count++ == 0) first_seconds = seconds;
  }
};

struct SoundSurvey {
  SoundFigures figures;
  Occurrences clipped;                 ///< runs of four samples or more at full scale
  Occurrences clicks;                  ///< steps in the waveform that stand alone
  Occurrences dropouts;                ///< silence that cuts into sound at both its ends
  double longest_silence_seconds = 0;  ///< below -60 dBFS
  double longest_silence_at = 0;
  double head_seconds = 0;    ///< that it is quiet before its first sound, see quiet_ends.h
  double tail_seconds = 0;    ///< ... and behind its last
  double dc_offset = 0;       ///< mean sample, of the channel where it is greatest
  double channel_gap_db = 0;  ///< RMS of the loudest channel above the weakest one's

  /// A change of the speech's level that stays: of the five seconds before and behind. 0: none that
  /// can be told.
  double jump_db = 0;
  double jump_at = 0;
};

/// Surveys sound of any rate and number of channels in one pass; memory grows by 8 bytes a block of
/// 400 ms.
class SoundSurveyor {
 public:
  SoundSurveyor(int rate_hz, int channels);
  ~SoundSurveyor();
  SoundSurveyor(const SoundSurveyor&) = delete;
  SoundSurveyor& operator=(const SoundSurveyor&) = delete;

  /// Interleaved samples, finite numbers, in order. Throws Error if memory is short.
  void Add(std::span<const float> samples);

  /// To be called once, at the end.
  SoundSurvey Finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fullcast
