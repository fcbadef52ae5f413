// Names as they are shown to people.
#pragma once

#include <set>
#include <string>
#include <utility>

#include "script/people/names.h"

namespace fullcast {

class NameWriter {
 public:
  /// Both must live as long.
  NameWriter(const Text& text, const Names& names);

  /// "Mr. Bennet", "the Gryphon", "Ludwig van Beethoven" but "Abraham Van Helsing", as the book has
  /// them.
  [[nodiscard]] std::string Shown(int form) const;

 private:
  const Text& text_;
  const Names& names_;
  std::set<std::pair<int, int>> capitals_;  ///< by form and word: particles with a capital
};

}  // namespace fullcast
