// Ids for the characters of a book.
#pragma once

#include <map>
#include <set>
#include <string>

namespace fullcast {

/// Makes ids from names: "Mr. Bennet" gives "mr-bennet". They are unique among those given so far
/// and the speakers that are no characters.
class CharacterIds {
 public:
  /// Never empty; a second "mr-bennet" is "mr-bennet-2".
  std::string Make(const std::string& name);

  /// Gives this id to nobody else.
  void Take(const std::string& id) { taken_.insert(id); }

 private:
  std::set<std::string> taken_;
  std::map<std::string, int> next_;  // the number to try next, by the id without a number
};

}  // namespace fullcast
