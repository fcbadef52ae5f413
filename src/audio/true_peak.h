// Peaks between the samples.
#pragma once

#include <span>

namespace fullcast {

/// The highest true peak of a sound in dBTP (BS.1770-4, annex 2, by libebur128); -infinity for
/// silence. Only what lies within 1.4 dB of the highest sample is interpolated: true peaks of
/// speech rise less than that, and looking at all of it would take longer than its encoding.
/// Throws Error if memory is short.
double TruePeakDb(std::span<const float> samples, int rate_hz);

}  // namespace fullcast
