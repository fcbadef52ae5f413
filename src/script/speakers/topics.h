// Of whom a conversation speaks: those rather listen elsewhere.
#pragma once

#include <utility>
#include <vector>

#include "script/speakers/dialogue.h"

namespace fullcast {

class Topics {
 public:
  explicit Topics(const Dialogue& dialogue);

  /// How many of the turns around, this one too, name the person without calling him.
  [[nodiscard]] int TurnsAbout(int turn, int person) const;

  /// How often a turn says "he" and "she", with their other forms.
  [[nodiscard]] const std::pair<int, int>& PronounsIn(int turn) const {
    return pronouns_[static_cast<std::size_t>(turn)];
  }

 private:
  void CountPronouns();

  const Dialogue& dialogue_;
  std::vector<std::vector<int>> turns_about_;  ///< by person
  std::vector<std::pair<int, int>> pronouns_;  ///< by turn
};

}  // namespace fullcast
