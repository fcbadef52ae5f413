#include "script/segments/split_text.h"

#include "core/text_breaks.h"
#include "core/utf8.h"
#include "script/quotes/quote_characters.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostClosingMarks = 8;  // behind the last word

bool IsClosing(char32_t c) { return IsAnyMark(c) || c == ')' || c == ']' || c == '_' || c == '*'; }

}  // namespace

Ending EndingOf(std::string_view text) {
  std::size_t position = text.size();
  for (std::size_t i = 0; position > 0 && i < kMostClosingMarks; ++i) {
    const char32_t c = PreviousCodePoint(text, position);
    if (IsSentenceEnd(c)) return Ending::kSentence;
    if (c == ',' || c == ';' || c == ':' || c == '-' || IsDash(c)) return Ending::kClause;
    if (!IsClosing(c) && !IsSpace(c)) return Ending::kOpen;
  }
  return Ending::kOpen;
}

std::vector<std::size_t> CutsOf(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view piece = text.substr(begin, end - begin);
  std::vector<std::size_t> cuts;
  std::size_t start = 0;
  std::size_t sentence = 0;  // the last place of each kind; before or at `start`: none
  std::size_t clause = 0;
  std::size_t word = 0;
  const auto cut_at = [&](std::size_t place) {
    cuts.push_back(begin + place);
    start = place;
  };
  const auto cut_before = [&](std::size_t here) {
    if (here - start > kLongPiece && sentence > start) cut_at(sentence);
    if (here - start > kLongSentence && clause > start) cut_at(clause);
    if (here - start > kLongSentence && word > start) cut_at(word);
  };
  for (const TextBreak& place : BreaksOf(piece)) {
    cut_before(Trim(piece.substr(start, place.at - start)).size() + start);
    if (place.cut == Cut::kSentence) sentence = place.at;
    if (place.cut == Cut::kClause) clause = place.at;
    word = place.at;
  }
  cut_before(Trim(piece.substr(start)).size() + start);
  return cuts;
}

}  // namespace fullcast
