// What turns text into sound.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/pcm.h"
#include "speech/utterance.h"

namespace fullcast {

/// Where a word begins: bytes of the utterance's text, samples of its sound.
struct WordMark {
  std::size_t text_begin = 0;
  std::size_t text_length = 0;
  std::size_t sample = 0;         ///< where its time begins, with the pause that may precede it
  std::size_t first_phoneme = 0;  ///< where the engine says its first sound; at or behind `sample`
};

/// The sound of an utterance, as the engine gives it: not trimmed, no gain applied.
struct Speech {
  Samples samples;
  std::vector<WordMark> words;
  std::string defect;         ///< why the sound is not the text's; empty: it is
  bool may_pass = false;      ///< the defect may be the machine's of this hour, not the text's
  std::string phonemes = {};  ///< mnemonics, a clause a line, if Utterance::only_phonemes asks
};

class Synthesizer {
 public:
  virtual ~Synthesizer() = default;

  /// The same utterance gives the same samples, whatever was spoken before. Text that can't be
  /// spoken comes back with a defect. Throws Error when no utterance could be spoken at all (the
  /// engine or a voice is missing).
  virtual Speech Speak(const Utterance& utterance) = 0;
};

}  // namespace fullcast
