// Which names stand side by side in one sentence: those of one person hardly ever do.
#pragma once

#include <map>
#include <utility>

#include "script/people/names.h"

namespace fullcast {

class Meetings {
 public:
  Meetings(const Text& text, const Names& names);

  /// In how many sentences both name forms stand; and, counted twice, how often one answers the
  /// other: both are said to speak, in two paragraphs one after the other.
  [[nodiscard]] int Count(int form, int other) const;

 private:
  void CountAnswers(const Text& text, const Names& names);

  std::map<std::pair<int, int>, int> counts_;
};

}  // namespace fullcast
