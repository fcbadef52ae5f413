// Peaks between the samples.
#pragma once

#include <cstddef>
#include <span>

namespace fullcast {

/// So many samples at both ends of a sound are faded before anything is looked for between them: an
/// excerpt begins and ends with a step, and a step has a peak of its own.
inline constexpr std::size_t kTruePeakEdge = 64;

/// The highest true peak of a sound in dBTP (BS.1770-4, annex 2, by libebur128); -infinity for
/// silence. Only what lies within 6 dB of the highest sample is interpolated: true peaks rise above
/// their samples by less, by most in hissing, and looking at all of it would take longer than its
/// encoding. Throws Error if memory is short.
double TruePeakDb(std::span<const float> samples, int rate_hz);

}  // namespace fullcast
