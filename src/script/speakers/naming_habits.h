// By which names each person of a book speaks of others: one says "Lizzy", another "Miss Bennet".
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "script/speakers/dialogue.h"

namespace fullcast {

/// Goes by the turns whose cue names or describes their speaker.
class NamingHabits {
 public:
  explicit NamingHabits(const Dialogue& dialogue);

  /// How much likelier it is that the person names somebody as the turn does than that anybody
  /// would who names him: the logarithm of the ratio, the person's share smoothed by everybody's;
  /// of several names the one that tells most. 0 where nothing is known. The turn itself is left
  /// out of what is known.
  [[nodiscard]] float Likeness(int turn, int person) const;

 private:
  using Naming = std::pair<int, int>;  ///< who is named, and the first word of the name

  struct Counts {
    std::map<Naming, int> as;
    std::map<int, int> of;  ///< by who is named
  };

  const Dialogue& dialogue_;
  std::vector<std::vector<Naming>> turns_;
  std::vector<Counts> persons_;  ///< by who names
  Counts book_;
};

}  // namespace fullcast
