// How each person of a book speaks: the words, names and forms of address that are in his mouth
// where the narration names him as the speaker.
#pragma once

#include <unordered_map>
#include <utility>
#include <vector>

#include "script/speakers/dialogue.h"

namespace fullcast {

class SpeechHabits {
 public:
  explicit SpeechHabits(const Dialogue& dialogue);

  /// How much likelier the words of a turn are as the person's than as anybody's: the logarithm of
  /// the ratio of two unigram models, the person's smoothed by the book's (Dirichlet prior), per
  /// square root of a word. The turn itself is left out of what is known of the person. 0 where
  /// nothing is known.
  [[nodiscard]] float Likeness(int turn, int person) const;

 private:
  using Counts = std::unordered_map<int, int>;

  [[nodiscard]] Counts WordsOf(const Turn& turn) const;

  const Dialogue& dialogue_;
  std::vector<std::vector<std::pair<int, int>>> turns_;  ///< words and their counts, by turn
  std::vector<Counts> persons_;
  std::vector<int> totals_;  ///< words by person
  Counts book_;
  int book_total_ = 0;
};

}  // namespace fullcast
