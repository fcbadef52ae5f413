// Which names stand side by side in one sentence: those of one person hardly ever do.
#pragma once

#include <map>
#include <utility>

#include "script/names.h"

namespace fullcast {

class Meetings {
 public:
  Meetings(const Text& text, const Names& names);

  /// In how many sentences both name forms stand.
  [[nodiscard]] int Count(int form, int other) const;

 private:
  std::map<std::pair<int, int>, int> counts_;
};

}  // namespace fullcast
