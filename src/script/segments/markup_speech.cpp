#include "script/segments/markup_speech.h"

#include <algorithm>
#include <string_view>

#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kFewestPassageWords = 3;

bool IsPassage(const Block& block, const ForeignText& foreign) {
  const auto text = std::string_view(block.text)
                        .substr(foreign.span.begin, foreign.span.end - foreign.span.begin);
  std::size_t words = 0;
  bool in_word = false;
  for (std::size_t position = 0; position < text.size();) {
    const bool space = IsSpace(NextCodePoint(text, position));
    if (!space && !in_word) ++words;
    in_word = !space;
  }
  return words >= kFewestPassageWords || text.size() == block.text.size();
}

bool Holds(Span outer, Span inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

}  // namespace

void CutAtLanguages(const Block& block, std::vector<std::size_t>& cuts) {
  if (!block.say.empty()) return;
  const Span stretch{cuts.front(), cuts.back()};
  for (const ForeignText& foreign : block.foreign) {
    if (!IsPassage(block, foreign)) continue;
    for (const std::size_t cut : {foreign.span.begin, foreign.span.end}) {
      if (cut > stretch.begin && cut < stretch.end) cuts.push_back(cut);
    }
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
}

void TakeMarkupSpeech(const Block& block, Span span, Segment& segment) {
  for (const ForeignText& foreign : block.foreign) {
    if (Holds(foreign.span, span) && IsPassage(block, foreign)) segment.language = foreign.language;
  }
  for (const Pronunciation& pronunciation : block.pronunciations) {
    if (!Holds(span, pronunciation.span)) continue;
    segment.pronunciations.push_back(
        {{pronunciation.span.begin - span.begin, pronunciation.span.end - span.begin},
         pronunciation.ipa});
  }
}

}  // namespace fullcast
