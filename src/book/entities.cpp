#include "book/entities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::array<std::pair<std::string_view, char32_t>, 22> kNamed = {
    {{"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},
     {"nbsp", 0xA0},    {"shy", 0xAD},     {"copy", 0xA9},    {"deg", 0xB0},     {"pound", 0xA3},
     {"euro", 0x20AC},  {"eacute", 0xE9},  {"egrave", 0xE8},  {"laquo", 0xAB},   {"raquo", 0xBB},
     {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201C},
     {"rdquo", 0x201D}, {"hellip", 0x2026}}};

char32_t Number(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  unsigned value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  return whole && value > 0 && value <= 0x10FFFF && !surrogate ? value : kReplacementCharacter;
}

}  // namespace

std::string ResolveEntity(std::string_view entity) {
  std::string result;
  std::string_view name = entity;
  if (!name.starts_with('&') || !name.ends_with(';')) return std::string(entity);
  name = name.substr(1, name.size() - 2);
  if (name.starts_with('#')) {
    AppendUtf8(result, Number(name.substr(1)));
    return result;
  }
  const auto found = std::find_if(kNamed.begin(), kNamed.end(),
                                  [&](const auto& entry) { return entry.first == name; });
  if (found == kNamed.end()) return std::string(entity);
  AppendUtf8(result, found->second);
  return result;
}

}  // namespace fullcast
