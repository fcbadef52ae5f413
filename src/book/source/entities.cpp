#include "book/source/entities.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
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

// As in HTML, 128 to 159 are what Windows-1252 has there.
char32_t Number(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  unsigned value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  constexpr unsigned kFirstControl = 0x80;
  constexpr unsigned kLastControl = 0x9F;
  if (whole && value >= kFirstControl && value <= kLastControl) {
    return Cp1252CodePoint(static_cast<unsigned char>(value));
  }
  return whole && value > 0 && value <= 0x10FFFF && !surrogate ? value : kReplacementCharacter;
}

struct OutputDeleter {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

// HTML has over two thousand: gumbo knows them.
std::string RareEntity(std::string_view entity) {
  constexpr std::size_t kLongest = 40;
  if (entity.size() > kLongest || entity.find('<') != std::string_view::npos) {
    return std::string(entity);
  }
  GumboOptions options = kGumboDefaultOptions;
  options.fragment_context = GUMBO_TAG_DIV;
  const std::unique_ptr<GumboOutput, OutputDeleter> output(
      gumbo_parse_with_options(&options, entity.data(), entity.size()));
  const GumboVector& children = output->root->v.element.children;
  if (children.length != 1) return std::string(entity);
  const auto* node = static_cast<const GumboNode*>(children.data[0]);
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE
             ? std::string(node->v.text.text)
             : std::string(entity);
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
  if (found == kNamed.end()) return RareEntity(entity);
  AppendUtf8(result, found->second);
  return result;
}

}  // namespace fullcast
