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

  /// How much better the length of a turn fits the person's others than anybody's: the logarithm of
  /// the ratio of two normal densities of the logarithm of words, the person's drawn to the book's.
  /// 0 where nothing is known. The turn itself is left out.
  [[nodiscard]] float LengthLikeness(int turn, int person) const;

 private:
  /// Sums over turns of their lengths.
  struct Lengths {
    double turns = 0;
    double sum = 0;
    double squares = 0;

    void Add(double length, double times = 1);
  };
  using Counts = std::unordered_map<int, int>;

  [[nodiscard]] Counts WordsOf(const Turn& turn) const;

  const Dialogue& dialogue_;
  std::vector<std::vector<std::pair<int, int>>> turns_;  ///< words and their counts, by turn
  std::vector<Counts> persons_;
  std::vector<int> totals_;  ///< words by person
  Counts book_;
  int book_total_ = 0;
  std::vector<Lengths> lengths_;  ///< by person
  Lengths book_lengths_;
};

}  // namespace fullcast
