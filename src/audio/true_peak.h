// Peaks between the samples.
#pragma once

#include <span>

namespace fullcast {

/// The highest true peak of a sound in dBTP (BS.1770-4, annex 2, by libebur128); -infinity for
/// silence. Only what lies within 6 dB of the highest sample is interpolated: true peaks rise above
/// their samples by less, by most in hissing, and looking at all of it would take longer than its
/// encoding. Throws Error if memory is short.
double TruePeakDb(std::span<const float> samples, int rate_hz);

}  // namespace fullcast
