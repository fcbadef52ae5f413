// Stressed words, as eSpeak NG can be told of them.
#pragma once

#include <string>
#include <vector>

#include "speech/utterance.h"

namespace fullcast {

/// The words of a text that are stressed, and what the engine is to read ahead of them and behind
/// them: commands of its own, which the text itself can't hold (see simplify_text.h).
struct StressedWords {
  std::vector<Span> spans;  ///< bytes of the original, sorted and apart
  std::string begin;
  std::string end;
};

/// Raises pitch and loudness and slows the rate inside the stressed words. Around them nothing
/// changes: neither the melody of the sentence nor its phonemes.
StressedWords StressOf(const Utterance& utterance);

}  // namespace fullcast
