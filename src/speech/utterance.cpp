#include "speech/utterance.h"

#include <algorithm>

namespace fullcast {

Utterance PartOf(const Utterance& utterance, std::size_t begin, std::size_t end) {
  Utterance part{
      utterance.text.substr(begin, end - begin), utterance.voice, {}, utterance.only_phonemes};
  for (const SpokenAs& as : utterance.spoken_as) {
    if (as.span.begin < begin || as.span.end > end) continue;
    part.spoken_as.push_back({{as.span.begin - begin, as.span.end - begin}, as.say_as});
  }
  for (const Span& span : utterance.stressed) {
    if (span.end <= begin || span.begin >= end) continue;
    part.stressed.push_back({std::max(span.begin, begin) - begin, std::min(span.end, end) - begin});
  }
  part.stress = utterance.stress;
  return part;
}

}  // namespace fullcast
