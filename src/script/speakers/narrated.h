// How much is told around a turn of speech.
#pragma once

#include <cstddef>
#include <vector>

#include "script/speakers/dialogue.h"

namespace fullcast {

/// Words of narration.
struct Narrated {
  int since = 0;  ///< since the turn before
  int lead = 0;   ///< in the turn's paragraph before its first word
  int within = 0;
  int tail = 0;  ///< behind its last word
};

class NarrationWords {
 public:
  explicit NarrationWords(const Dialogue& dialogue);

  [[nodiscard]] Narrated Around(int turn) const;

 private:
  [[nodiscard]] int Between(int begin, int end) const;

  const Dialogue& dialogue_;
  std::vector<int> before_;  ///< words of narration before each token
};

}  // namespace fullcast
