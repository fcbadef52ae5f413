#include "speech/dashes.h"

#include <algorithm>

namespace fullcast {
namespace {

// Whether dashes with the spaces around them part words, rather than join them by a hyphen.
bool PartsWords(const SpokenText& chars, std::size_t begin, std::size_t end) {
  std::size_t dashes = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (IsLongDash(chars[i].c)) return true;
    if (IsHyphenOrDash(chars[i].c)) ++dashes;
  }
  const bool spaced = (begin == 0 || chars[begin].c == ' ') && chars[end - 1].c == ' ';
  return dashes >= 2 || (dashes == 1 && spaced);
}

// The mark that a parting dash becomes: none where another stands beside it.
void AppendPause(SpokenText& kept, const SpokenText& chars, std::size_t begin, std::size_t end) {
  const bool after_mark = kept.empty() || IsClauseMark(kept.back().c);
  const bool before_mark = end < chars.size() && IsClauseMark(chars[end].c);
  if (!after_mark && !before_mark) kept.push_back({',', chars[begin].origin});
  if (!before_mark) kept.push_back({' ', chars[end - 1].origin});
}

}  // namespace

bool IsLongDash(char32_t c) {
  constexpr std::u32string_view kDashes = U"—―⸺⸻";
  return kDashes.find(c) != kDashes.npos;
}

bool IsHyphenOrDash(char32_t c) { return c == '-' || c == U'–' || IsLongDash(c); }

SpokenText DashesToPauses(const SpokenText& chars) {
  SpokenText kept;
  kept.reserve(chars.size());
  for (std::size_t i = 0; i < chars.size();) {
    std::size_t end = i;
    while (end < chars.size() && (IsHyphenOrDash(chars[end].c) || chars[end].c == ' ')) ++end;
    if (end > i && PartsWords(chars, i, end)) {
      AppendPause(kept, chars, i, end);
    } else {
      end = std::max(end, i + 1);
      kept.insert(kept.end(), chars.begin() + static_cast<std::ptrdiff_t>(i),
                  chars.begin() + static_cast<std::ptrdiff_t>(end));
    }
    i = end;
  }
  return kept;
}

}  // namespace fullcast
