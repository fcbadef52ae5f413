// A voice without its tone.
#pragma once

#include "core/pcm.h"

namespace fullcast {

/// Turns speech into whispering by the same throat: what the vocal tract makes of a sound is kept
/// (linear prediction, by the autocorrelation method of J. Makhoul, "Linear prediction: a tutorial
/// review", 1975), the tone that it is made of is exchanged for noise. `share` is how far that
/// goes, from 0 (the voice as it is) to 1 (no tone is left). Length and power stay as they are.
void Whisper(Samples& samples, double share);

}  // namespace fullcast
