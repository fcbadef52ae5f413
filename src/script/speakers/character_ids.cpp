#include "script/speakers/character_ids.h"

#include "core/script.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

std::string Slug(const std::string& name) {
  std::string slug;
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t begin = i;
    const char32_t c = NextCodePoint(name, i);
    if (IsLetter(c) || IsDigit(c)) {
      slug += Lowercase(name.substr(begin, i - begin));
    } else if (!slug.empty() && slug.back() != '-' && c != U'\'' && c != U'.') {
      slug += '-';
    }
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? "somebody" : slug;
}

}  // namespace

std::string CharacterIds::Make(const std::string& name) {
  const std::string slug = Slug(name);
  std::string id = slug;
  int& number = next_.try_emplace(slug, 2).first->second;
  while (id == kNarrator || id == kUnknownSpeaker || taken_.contains(id)) {
    id = slug + "-" + std::to_string(number++);
  }
  taken_.insert(id);
  return id;
}

}  // namespace fullcast
