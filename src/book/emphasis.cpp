#include "book/emphasis.h"

#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr char kMark = '_';

bool IsWordCharacter(char32_t c) { return IsLetter(c) || IsDigit(c) || c == kMark; }

char32_t Before(std::string_view text, std::size_t position, std::size_t least) {
  return position > least ? PreviousCodePoint(text, position) : ' ';
}

char32_t At(std::string_view text, std::size_t position, std::size_t end) {
  return position < end ? NextCodePoint(text, position) : ' ';
}

}  // namespace

std::vector<Span> FindEmphasis(std::string_view text, Span range) {
  std::vector<Span> pairs;
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t open = kNone;
  text = text.substr(0, range.end);
  for (std::size_t mark = text.find(kMark, range.begin); mark != kNone;
       mark = text.find(kMark, mark + 1)) {
    const char32_t before = Before(text, mark, range.begin);
    const char32_t behind = At(text, mark + 1, range.end);
    const bool opens = !IsWordCharacter(before) && !IsSpace(behind) && behind != kMark;
    const bool closes = !IsSpace(before) && before != kMark && !IsWordCharacter(behind);
    if (open != kNone && closes) {
      pairs.push_back({open, mark + 1});
      open = kNone;
    } else if (opens) {
      open = mark;
    }
  }
  return pairs;
}

}  // namespace fullcast
