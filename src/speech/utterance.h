// What is to be spoken.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/book.h"
#include "core/cast.h"
#include "core/pronunciation_lexicon.h"

namespace fullcast {

/// Bytes of a text that are spoken in another way than they are written.
struct SpokenAs {
  Span span;
  SayAs say_as;
};

/// Text for one voice, to be spoken in one go.
struct Utterance {
  std::string text;  ///< UTF-8
  Voice voice;
  std::vector<SpokenAs> spoken_as = {};  ///< sorted, apart
  bool only_phonemes = false;            ///< asks for Speech::phonemes in place of samples
  std::vector<Span> stressed = {};       ///< words to be stressed; sorted, apart
  double stress = 0;                     ///< how strongly, 0 to 1
};

/// A stretch of an utterance, with what is said of it.
Utterance PartOf(const Utterance& utterance, std::size_t begin, std::size_t end);

}  // namespace fullcast
