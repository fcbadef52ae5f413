// To another sample rate.
#pragma once

#include "core/pcm.h"

namespace fullcast {

/// The same sound at another rate than kSampleRateHz; as long, rounded down to whole samples.
/// Throws Error.
Samples Resample(const Samples& samples, int rate_hz);

}  // namespace fullcast
