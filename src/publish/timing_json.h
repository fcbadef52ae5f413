// The timeline as a file, for programs.
#pragma once

#include <string>

#include "core/script.h"
#include "core/timeline.h"

namespace fullcast {

/// Every segment with its bytes of the source, its speaker, and the samples of the audio file at
/// which it and its words are heard; a segment on a line. Words count bytes of the spoken text.
/// `rate_hz` is kSampleRateHz: what is encoded at another rate has the same times.
std::string WriteTimingJson(const Script& script, const Timeline& timeline);

/// Proves that the sound holds the whole text once, in order: every segment that is read aloud is
/// in the timeline, chapters are in order, no segment begins before the one before it has ended,
/// and words stand in order inside of their segments. Throws Error that says where it does not.
void CheckTimeline(const Script& script, const Timeline& timeline);

}  // namespace fullcast
