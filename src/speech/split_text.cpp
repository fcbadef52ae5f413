#include "speech/split_text.h"

#include <algorithm>

namespace fullcast {
namespace {

constexpr std::size_t kLongestRunOfWords = 60;
constexpr std::size_t kLongestCodePoint = 4;

// The start of the code point that `at` lies in.
std::size_t CodePointStart(std::string_view text, std::size_t at) {
  const std::size_t least = at - std::min(at, kLongestCodePoint - 1);
  std::size_t start = at;
  while (start > least && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
  return (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U ? at : start;
}

std::vector<TextPart> SplitAtEvery(std::string_view text, Cut weakest) {
  std::vector<TextPart> parts;
  std::size_t begin = 0;
  for (const TextBreak& place : BreaksOf(text)) {
    if (place.cut > weakest) continue;
    parts.push_back({begin, place.at, place.cut});
    begin = place.at;
  }
  parts.push_back({begin, text.size(), Cut::kSentence});
  return parts;
}

}  // namespace

std::vector<TextPart> SplitText(std::string_view text, std::size_t most_bytes) {
  const std::size_t most = std::max(most_bytes, kLongestCodePoint);
  const std::vector<TextBreak> breaks =
      text.size() > most ? BreaksOf(text) : std::vector<TextBreak>{};
  std::vector<TextPart> parts;
  std::size_t begin = 0;
  auto next = breaks.begin();
  while (text.size() - begin > most) {
    TextBreak best{CodePointStart(text, begin + most), Cut::kInsideWord};
    for (auto it = next; it != breaks.end() && it->at <= begin + most; ++it) {
      if (it->at > begin && it->cut <= best.cut) best = *it;
    }
    parts.push_back({begin, best.at, best.cut});
    begin = best.at;
    while (next != breaks.end() && next->at <= begin) ++next;
  }
  parts.push_back({begin, text.size(), Cut::kSentence});
  return parts;
}

std::vector<TextPart> SplitSmaller(std::string_view text) {
  for (const Cut cut : {Cut::kSentence, Cut::kClause}) {
    std::vector<TextPart> parts = SplitAtEvery(text, cut);
    if (parts.size() > 1) return parts;
  }
  return SplitText(text, std::min(text.size() / 2, kLongestRunOfWords));
}

}  // namespace fullcast
