#include "script/speakers/opening.h"

namespace fullcast {

Opening OpeningOf(const Text& text, const SubjectReader& subjects, int begin, int end) {
  for (int i = begin; i < end; ++i) {
    const Token& token = text.tokens[static_cast<std::size_t>(i)];
    if (!token.is_word || token.quotation < 0) continue;
    const std::uint32_t classes = subjects.Classes(i);
    if ((classes & kAnswerWord) != 0) return Opening::kAnswer;
    if ((classes & kTakesUp) != 0) return Opening::kTakingUp;
    if ((classes & kExclamation) != 0) return Opening::kExclamation;
    break;
  }
  return Opening::kOther;
}

}  // namespace fullcast
