#include "script/segments/split_text.h"

#include "core/utf8.h"
#include "script/quotes/quote_characters.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostClosingMarks = 8;  // behind the last word

bool IsClosing(char32_t c) { return IsAnyMark(c) || c == ')' || c == ']' || c == '_' || c == '*'; }

// What ends before the space at `space`, if another sentence or clause begins at `next`.
Ending EndingBefore(std::string_view text, std::size_t begin, std::size_t space, std::size_t next) {
  const std::size_t reach = 4 * kMostClosingMarks;
  const std::size_t from = space - begin > reach ? space - reach : begin;
  const Ending ending = EndingOf(text.substr(from, space - from));
  if (ending != Ending::kSentence) return ending;
  std::size_t position = next;
  if (next < text.size() && IsLower(NextCodePoint(text, position))) return Ending::kClause;
  const bool full_stop = text[space - 1] == '.';
  return full_stop && IsAbbreviation(WordBefore(text, space - 1)) ? Ending::kOpen : ending;
}

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
  std::vector<std::size_t> cuts;
  std::size_t start = begin;
  std::size_t sentence = begin;  // the last place of each kind; before or at `start`: none
  std::size_t clause = begin;
  std::size_t word = begin;
  std::size_t last = begin;
  const auto cut_at = [&](std::size_t place) {
    cuts.push_back(place);
    start = place;
  };
  for (std::size_t position = begin; position < end;) {
    const std::size_t here = position;
    if (!IsSpace(NextCodePoint(text, position))) {
      last = position;
      continue;
    }
    position = SkipSpace(text.substr(0, end), position);
    if (position >= end) break;
    if (here - start > kLongPiece && sentence > start) cut_at(sentence);
    if (here - start > kLongSentence && clause > start) cut_at(clause);
    if (here - start > kLongSentence && word > start) cut_at(word);
    const Ending ending = EndingBefore(text, begin, here, position);
    if (ending == Ending::kSentence) sentence = position;
    if (ending == Ending::kClause) clause = position;
    word = position;
  }
  if (last - start > kLongPiece && sentence > start) cut_at(sentence);
  if (last - start > kLongSentence && clause > start) cut_at(clause);
  if (last - start > kLongSentence && word > start) cut_at(word);
  return cuts;
}

}  // namespace fullcast
