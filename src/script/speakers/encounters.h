// Who meets whom in a book's conversations: evidence for and against two persons being one, such as
// one who is known by a noun only ("the girl") and one who has a name.
#pragma once

#include <map>
#include <utility>

#include "script/speakers/dialogue.h"

namespace fullcast {

/// Whether a turn may answer an earlier one: few paragraphs lie between them.
bool SameExchange(const Turn& earlier, const Turn& later);

/// Goes by the persons that cues name. Linear in the turns.
class Encounters {
 public:
  explicit Encounters(const Dialogue& dialogue);

  /// How often two persons speak one after the other, by cues: then they are two.
  [[nodiscard]] int Met(int a, int b) const;

  /// How often two take the same side of an exchange, a turn of another's between them.
  [[nodiscard]] int Alternated(int a, int b) const;

  /// ... of all pairs, the lower person first.
  [[nodiscard]] const std::map<std::pair<int, int>, int>& alternations() const {
    return alternated_;
  }

  /// At what share of the turns that a nominal's noun introduces the person was named shortly
  /// before.
  [[nodiscard]] float Company(int nominal, int person) const;

 private:
  using Counts = std::map<std::pair<int, int>, int>;

  void CountExchanges(const Dialogue& dialogue);
  void CountCompany(const Dialogue& dialogue);

  Counts met_;
  Counts alternated_;
  Counts company_;  ///< by nominal and person
  std::map<int, int> turns_of_;
};

}  // namespace fullcast
