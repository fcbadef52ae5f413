#include "script/speakers/narrated.h"

namespace fullcast {

NarrationWords::NarrationWords(const Dialogue& dialogue) : dialogue_(dialogue) {
  before_.reserve(dialogue.text.tokens.size() + 1);
  before_.push_back(0);
  for (const Token& token : dialogue.text.tokens) {
    before_.push_back(before_.back() + (token.quotation < 0 && token.is_word ? 1 : 0));
  }
}

int NarrationWords::Between(int begin, int end) const {
  if (begin >= end) return 0;
  return before_[static_cast<std::size_t>(end)] - before_[static_cast<std::size_t>(begin)];
}

Narrated NarrationWords::Around(int turn) const {
  const auto number = static_cast<std::size_t>(turn);
  const Turn& t = dialogue_.turns[number];
  const auto& paragraphs = dialogue_.text.paragraphs;
  Narrated narrated;
  narrated.since = Between(turn > 0 ? dialogue_.turns[number - 1].end : 0, t.begin);
  narrated.lead = Between(paragraphs[static_cast<std::size_t>(t.first_paragraph)].begin, t.begin);
  narrated.within = Between(t.begin, t.end);
  narrated.tail = Between(t.end, paragraphs[static_cast<std::size_t>(t.last_paragraph)].end);
  return narrated;
}

}  // namespace fullcast
