// Words that a typesetter divided at the end of a line.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "book/text/paragraphs.h"

namespace fullcast {

/// Knows the words of a book, and so which hyphens at line ends belong to their word.
class Hyphenation {
 public:
  /// Counts the words of the text, if a line of it ends in a hyphen.
  Hyphenation(std::string_view text, const std::vector<Line>& lines);

  enum class Join {
    kSpace,       ///< the line does not end in a hyphen
    kKeepHyphen,  ///< "rabbit-" and "hole": one word, with its hyphen
    kDropHyphen,  ///< "won-" and "derful"
  };

  /// How two lines of a paragraph join. `hyphen` becomes the length in bytes of the hyphen that the
  /// first of them ends in.
  [[nodiscard]] Join Between(const Line& line, const Line& next, std::size_t& hyphen) const;

 private:
  [[nodiscard]] std::size_t CountOf(const std::string& word) const;

  std::string_view text_;
  std::unordered_map<std::string, std::size_t> words_;  // lower case; only ever looked up
};

}  // namespace fullcast
