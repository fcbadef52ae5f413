#include "book/markup/raised_numbers.h"

#include <array>

#include "core/utf8.h"

namespace fullcast {

namespace {

bool IsOneOf(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

}  // namespace

bool IsNoteMark(std::string_view text) {
  constexpr std::size_t kLongest = 12;
  constexpr std::u32string_view kMarks = U"*†‡§[";
  constexpr std::u32string_view kOthers = U"]().: #^↑↩";
  constexpr std::size_t kMostLetters = 1;           // "4a"
  constexpr std::size_t kMostLettersBracketed = 5;  // "[note 4]"
  text = Trim(text);
  if (text.empty() || text.size() > kLongest) return false;
  bool mark = false;
  std::size_t letters = 0;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = NextCodePoint(text, position);
    if (IsLetter(c)) {
      ++letters;
    } else if (IsDigit(c) || IsOneOf(c, kMarks)) {
      mark = true;
    } else if (!IsOneOf(c, kOthers)) {
      return false;
    }
  }
  return mark && letters <= (text.front() == '[' ? kMostLettersBracketed : kMostLetters);
}

namespace {

// "km": two letters that make no word.
bool IsUnit(std::string_view letters) {
  constexpr std::string_view kVowels = "aeiouyAEIOUY";
  return letters == "mi" ||
         (letters.size() == 2 && letters.find_first_of(kVowels) == std::string_view::npos);
}

// "in 1914", which has no power.
bool EndsInYear(std::string_view text) {
  constexpr std::size_t kDigits = 4;
  std::size_t digits = 0;
  while (digits < text.size() &&
         IsDigit(static_cast<unsigned char>(text[text.size() - 1 - digits])))
    ++digits;
  const std::string_view year = text.substr(text.size() - digits);
  return digits == kDigits && (year.starts_with("1") || year.starts_with("20")) &&
         !year.ends_with("000");
}

}  // namespace

bool IsNoteBehind(std::string_view before, std::string_view number) {
  std::size_t position = before.size();
  std::size_t letters = 0;
  while (position > 0) {
    std::size_t previous = position;
    const char32_t c = PreviousCodePoint(before, previous);
    if (IsDigit(c)) return EndsInYear(before);
    if (!IsLetter(c)) break;
    position = previous;
    ++letters;
  }
  const bool unit = IsUnit(before.substr(position)) && (number == "2" || number == "3");
  return letters != 1 && !unit;
}

bool IsRaisedNoteMark(const Markup& markup, std::size_t begin) {
  constexpr std::size_t kLongest = 6;  // bytes: three digits, a dagger in brackets
  const MarkupNode& node = markup[begin];
  if (node.value != "sup" || begin == 0 || markup[begin - 1].kind != MarkupNode::Kind::kText) {
    return false;
  }
  const std::string text = TextInside(markup, begin);
  if (text.size() > kLongest || !IsNoteMark(text)) return false;
  if (text.find_first_of("0123456789") == std::string::npos) return true;
  return IsNoteBehind(markup[begin - 1].value, text);
}

std::string RaisedNumber(std::string_view text) {
  constexpr std::array<std::string_view, 10> kRaised = {"⁰", "¹", "²", "³", "⁴",
                                                        "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string raised;
  bool digits = false;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = NextCodePoint(text, position);
    if (c >= '0' && c <= '9') {
      raised += kRaised[c - '0'];
      digits = true;
    } else if (raised.empty() && (c == '-' || c == U'−' || c == U'–')) {
      raised = "⁻";
    } else {
      return {};
    }
  }
  return digits ? raised : std::string();
}

}  // namespace fullcast
