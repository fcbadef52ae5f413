// How a line is said: whispered, shouted, a little lower between two halves of a line.
#pragma once

#include "core/cast.h"
#include "core/script.h"

namespace fullcast {

/// How strongly delivery is heard, 0 (not at all) to 1; the default is moderate.
inline constexpr double kModerateExpression = 0.5;

/// What a segment's narration is to those beside it.
struct Surroundings {
  bool between_speech = false;  ///< a short "he said" inside or behind somebody's line
};

/// The voice in which a segment is read, out of its speaker's. Loudness stays within a few
/// decibels, all fields in the ranges of core/cast.h.
Voice DeliveredVoice(const Voice& voice, const Segment& segment, const Surroundings& surroundings,
                     double expression);

/// Whether single words of a segment are stressed, so that it is not all of it that is.
bool StressesWords(const Segment& segment);

/// Whether the narration at `index` is such a "he said".
bool IsBetweenSpeech(const ScriptChapter& chapter, std::size_t index);

}  // namespace fullcast
