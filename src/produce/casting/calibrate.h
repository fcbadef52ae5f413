// The gain that brings a voice to the common loudness.
#pragma once

#include "core/cast.h"
#include "speech/synthesizer.h"

namespace fullcast {

/// How loud a voice is by itself, and the gain that brings it to -18 LUFS as a book is mixed:
/// utterances trimmed, gain applied, peaks limited.
struct Calibration {
  double raw_lufs = 0;
  double raw_peak_db = 0;
  double gain_db = 0;     ///< to one decimal
  double limited_db = 0;  ///< how much lower the highest peak is for the limiter
};

/// Speaks a passage of all sounds of English, statements, a question and an exclamation. The same
/// voice gives the same calibration. Throws Error if it can't be spoken.
Calibration Calibrate(const Voice& voice, Synthesizer& synthesizer);

}  // namespace fullcast
