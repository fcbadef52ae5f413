// Cutting the silence at the ends of an utterance, so that pauses are exactly as long as we say.
#pragma once

#include <cstddef>

#include "core/pcm.h"

namespace fullcast {

/// Samples from the first that is heard to behind the last. Equal ends: nothing is heard.
struct SoundSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Where speech begins and ends. Breath noise and echoes of some voices never reach zero, so speech
/// is what is louder than a threshold, set below the softest consonants (f, th, h); some
/// milliseconds before and behind it are kept.
SoundSpan FindSpeech(const Samples& samples);

/// Cuts what lies outside FindSpeech() and fades the new ends over a few milliseconds, so that
/// they don't click. Returns how many samples were cut at the beginning.
std::size_t TrimSilence(Samples& samples);

}  // namespace fullcast
