#include "script/language/word_lists.h"

#include <algorithm>

#include "core/utf8.h"

namespace fullcast {

WordLists WordLists::Of(std::string_view language, std::string_view name) {
  return WordLists(LanguageFile(Lowercase(language.substr(0, language.find('-'))), name));
}

WordLists::WordLists(std::string_view text) {
  WordSet* section = nullptr;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    line = Trim(line);
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[') {
      section = &sections_[std::string(line.substr(1, line.size() - 2))];
      continue;
    }
    while (section != nullptr && !line.empty()) {
      const std::string_view word = line.substr(0, line.find(' '));
      section->emplace(word);
      line = Trim(line.substr(word.size()));
    }
  }
}

const WordSet& WordLists::Section(std::string_view name) const {
  static const WordSet none;
  const auto section = sections_.find(name);
  return section == sections_.end() ? none : section->second;
}

}  // namespace fullcast
