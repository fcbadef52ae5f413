// Cutting the silence at the ends of an utterance, so that pauses are exactly as long as we say.
#pragma once

#include <cstddef>
#include <vector>

#include "core/pcm.h"

namespace fullcast {

/// Samples from the first that is heard to behind the last. Equal ends: nothing is heard.
struct SoundSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Tells sound from silence in an utterance. Breath noise and echoes of some voices never reach
/// zero, so speech is what is louder than a threshold, set below the softest consonants (f, th, h).
class SoundFinder {
 public:
  explicit SoundFinder(const Samples& samples);

  /// Where speech begins and ends; some milliseconds before and behind it are kept.
  [[nodiscard]] SoundSpan Speech() const;

  /// Whether 5 ms of silence or more lie between two samples, of which the latter is at most the
  /// number of samples.
  [[nodiscard]] bool HasSilence(std::size_t begin, std::size_t end) const;

 private:
  std::size_t size_;
  std::vector<double> powers_;  // of windows of 5 ms
  double threshold_ = 0;
};

/// SoundFinder::Speech() of a whole utterance.
SoundSpan FindSpeech(const Samples& samples);

/// Cuts what lies outside FindSpeech() and fades the new ends over a few milliseconds, so that
/// they don't click. Returns how many samples were cut at the beginning.
std::size_t TrimSilence(Samples& samples);

}  // namespace fullcast
