// Word lists of a language: src/script/data/<language>/<name>.txt, built into the program. A
// "[section]" line opens a list, words are separated by spaces, "#" begins a comment line.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace fullcast {

using WordSet = std::set<std::string, std::less<>>;

class WordLists {
 public:
  /// The lists of one file in the language of a BCP 47 tag ("en-GB" is "en"). A language without
  /// that file has empty lists.
  static WordLists Of(std::string_view language, std::string_view name);

  /// Reads the text of a file.
  explicit WordLists(std::string_view text);

  /// The words of a section, lower case; none if there is no such section.
  [[nodiscard]] const WordSet& Section(std::string_view name) const;

  /// All sections by name.
  [[nodiscard]] const std::map<std::string, WordSet, std::less<>>& sections() const {
    return sections_;
  }

 private:
  std::map<std::string, WordSet, std::less<>> sections_;
};

/// The text of src/script/data/<language>/<name>.txt, or nothing. Made by embed_languages.cmake.
std::string_view LanguageFile(std::string_view language, std::string_view name);

}  // namespace fullcast
