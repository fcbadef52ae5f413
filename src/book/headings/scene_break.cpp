#include "book/headings/scene_break.h"

#include "core/utf8.h"

namespace fullcast {

namespace {

bool IsStar(char32_t c) {
  return c == '*' || c == '#' || c == 0x2020 || c == 0x2021 || c == 0xB7 || c == 0x2022 ||
         c == 0x2042 || c == 0x2055 || (c >= 0x2731 && c <= 0x2767);
}

bool IsRule(char32_t c) {
  return c == '-' || c == '=' || c == '~' || c == '_' || c == 0x2013 || c == 0x2014;
}

}  // namespace

bool IsSceneBreak(std::string_view line) {
  constexpr std::size_t kShortestRule = 3;
  std::size_t rules = 0;
  bool star = false;
  for (std::size_t position = 0; position < line.size();) {
    const char32_t c = NextCodePoint(line, position);
    if (!IsRule(c) && !IsStar(c) && !IsSpace(c)) return false;
    if (IsRule(c)) rules += c == 0x2014 ? kShortestRule : 1;
    star = star || IsStar(c);
  }
  return star || rules >= kShortestRule;
}

}  // namespace fullcast
