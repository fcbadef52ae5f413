#include "book/headings/illustration.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::array<std::string_view, 14> kWords = {
    "illustration", "illustrations", "illus.",    "abbildung",  "figure",
    "frontispiece", "image",         "picture",   "decoration", "blank page",
    "music",        "map",           "facsimile", "ilustración"};

}  // namespace

bool BeginsIllustration(std::string_view text) {
  constexpr std::size_t kEnough = 32;
  if (!text.starts_with('[')) return false;
  const std::string lower = Lowercase(text.substr(1, kEnough));
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
    if (!lower.starts_with(word)) return false;
    std::size_t behind = word.size();
    return behind == lower.size() || !IsLetter(NextCodePoint(lower, behind));
  });
}

bool IsIllustration(std::string_view text) {
  if (!BeginsIllustration(text)) return false;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    depth += text[i] == '[' ? 1 : text[i] == ']' ? -1 : 0;
    if (depth == 0) return i + 1 == text.size();
  }
  return false;
}

}  // namespace fullcast
