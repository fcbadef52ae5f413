#include "core/script.h"

#include <algorithm>

namespace fullcast {

const Character* Script::FindCharacter(const std::string& id) const {
  const auto found = std::find_if(characters.begin(), characters.end(),
                                  [&](const Character& character) { return character.id == id; });
  return found == characters.end() ? nullptr : &*found;
}

}  // namespace fullcast
