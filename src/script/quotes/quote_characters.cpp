#include "script/quotes/quote_characters.h"

#include "core/utf8.h"

namespace fullcast {

namespace {

bool IsEmphasisSign(char32_t c) { return c == '_' || c == '*'; }

// Inside a word these stand between two letters.
bool IsJoint(char32_t c) { return c == '\'' || c == U'’' || c == '-'; }

Side SideOf(char32_t c) {
  if (IsSpace(c)) return Side::kSpace;
  if (IsLetter(c)) return Side::kLetter;
  if (IsDigit(c)) return Side::kDigit;
  if (IsAnyMark(c)) return Side::kMark;
  if (IsDash(c) || c == '-') return Side::kDash;
  if (IsSentenceEnd(c)) return Side::kPause;
  switch (c) {
    case ',':
    case ';':
    case ':':
    case ')':
    case ']':
      return Side::kPause;
    case '(':
    case '[':
    case U'¿':
    case U'¡':
      return Side::kOpen;
    default:
      return Side::kOther;
  }
}

constexpr std::size_t kLongestWord = 40;
constexpr std::size_t kMostEmphasisSigns = 4;

}  // namespace

bool IsDash(char32_t c) { return c >= 0x2012 && c <= 0x2015; }

bool IsSingleMark(char32_t c) {
  return c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201B) || c == U'‹' || c == U'›';
}

bool IsDoubleMark(char32_t c) {
  return c == '"' || (c >= 0x201C && c <= 0x201F) || c == U'«' || c == U'»';
}

bool IsSentenceEnd(char32_t c) { return c == '.' || c == '!' || c == '?' || c == U'…'; }

Side SideBefore(std::string_view text, std::size_t position) {
  for (std::size_t signs = 0; position > 0 && signs <= kMostEmphasisSigns; ++signs) {
    const char32_t c = PreviousCodePoint(text, position);
    if (!IsEmphasisSign(c)) return SideOf(c);
  }
  return position == 0 ? Side::kEdge : Side::kOther;
}

Side SideAfter(std::string_view text, std::size_t position) {
  for (std::size_t signs = 0; position < text.size() && signs <= kMostEmphasisSigns; ++signs) {
    const char32_t c = NextCodePoint(text, position);
    if (!IsEmphasisSign(c)) return SideOf(c);
  }
  return position >= text.size() ? Side::kEdge : Side::kOther;
}

std::string_view WordAt(std::string_view text, std::size_t position) {
  std::size_t end = position;
  bool joint = true;  // before this character; none begins a word
  for (std::size_t next = position; next < text.size() && next - position < kLongestWord;) {
    const char32_t c = NextCodePoint(text, next);
    const bool letter = IsLetter(c) || IsDigit(c);
    if (!letter && (joint || !IsJoint(c))) break;
    if (letter) end = next;
    joint = !letter;
  }
  return text.substr(position, end - position);
}

std::string_view WordBefore(std::string_view text, std::size_t position) {
  std::size_t begin = position;
  bool joint = true;
  for (std::size_t next = position; next > 0 && position - next < kLongestWord;) {
    const char32_t c = PreviousCodePoint(text, next);
    const bool letter = IsLetter(c) || IsDigit(c);
    if (!letter && (joint || !IsJoint(c))) break;
    if (letter) begin = next;
    joint = !letter;
  }
  return text.substr(begin, position - begin);
}

std::size_t SkipSpace(std::string_view text, std::size_t position) {
  while (position < text.size()) {
    std::size_t next = position;
    if (!IsSpace(NextCodePoint(text, next))) break;
    position = next;
  }
  return position;
}

std::size_t LeadingDash(std::string_view text) {
  std::size_t position = SkipSpace(text, 0);
  if (position >= text.size()) return 0;
  if (text.substr(position, 2) == "--") return text.substr(position, 3) == "---" ? 0 : position + 2;
  return IsDash(NextCodePoint(text, position)) ? position : 0;
}

}  // namespace fullcast
