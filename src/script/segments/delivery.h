// How a line is said, from the narration beside it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "script/language/word_lists.h"
#include "script/quotes/narration.h"

namespace fullcast {

class DeliveryReader {
 public:
  /// `lists` is the language's file "delivery": one section for each delivery, with its
  /// verbs and the nouns that tell it ("in a whisper").
  explicit DeliveryReader(const WordLists& lists);

  /// "whispered", "shouted", "asked", ...; empty where the narration does not tell.
  [[nodiscard]] std::string Read(const Beside& beside) const;

 private:
  [[nodiscard]] std::string Behind(std::string_view narration) const;
  [[nodiscard]] std::string Before(std::string_view narration) const;

  std::map<std::string, std::string, std::less<>> delivery_of_;
};

}  // namespace fullcast
