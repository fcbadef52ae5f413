// How the nouns by which a book calls persons ("the girl") go with its names, over the whole book.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "script/speakers/dialogue.h"

namespace fullcast {

/// Evidence for whom a noun means, and against: linear in mentions and turns.
class NounTies {
 public:
  explicit NounTies(const Dialogue& dialogue);

  /// What is known of a noun and a person.
  struct Tie {
    float company = 0;   ///< share of the noun's mentions shortly before which he is named
    float lift = 0;      ///< by how much oftener than chance has it, a logarithm to base 2
    float apart = 0;     ///< share of its mentions in whose sentence he is named, too
    int alternated = 0;  ///< times both took the same side of an exchange
    int met = 0;         ///< times they spoke one after the other
  };

  /// The noun is that of a cue.
  [[nodiscard]] Tie Of(const Subject& noun, int person) const;

  /// The few persons who go with a cue's noun most, wherever they were last named.
  [[nodiscard]] std::vector<int> Partners(const Subject& noun) const;

 private:
  /// A noun and the adjective before it, or -1: word numbers.
  using Key = std::pair<int, int>;
  using Counts = std::map<std::pair<Key, int>, int>;

  [[nodiscard]] const Token& At(int i) const {
    return dialogue_.text.tokens[static_cast<std::size_t>(i)];
  }
  [[nodiscard]] bool IsNamed(int person) const {
    return person >= 0 &&
           dialogue_.people.persons[static_cast<std::size_t>(person)].kind == PersonKind::kNamed;
  }
  [[nodiscard]] Key KeyAt(int token) const;
  void CountCompany();
  void CountTurns();
  void RankPartners();
  [[nodiscard]] float Lift(const Key& key, int person, int company) const;

  const Dialogue& dialogue_;
  std::map<Key, int> mentions_;
  std::map<Key, std::vector<int>> partners_;
  Counts company_;
  Counts apart_;
  Counts alternated_;
  Counts met_;
  std::vector<int> covered_;  ///< by person: paragraphs in or shortly behind which he is named
};

}  // namespace fullcast
