// To another sample rate.
#pragma once

#include <span>

#include "core/pcm.h"

namespace fullcast {

/// The same sound at another rate than kSampleRateHz; as long, rounded down to whole samples.
/// Throws Error.
Samples Resample(std::span<const float> samples, int rate_hz);

}  // namespace fullcast
