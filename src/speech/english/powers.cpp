// Powers of numbers and of letters that stand for some.
#include "speech/english/powers.h"

#include "core/utf8.h"
#include "speech/english/reading.h"

namespace fullcast::english {

namespace {

// The digit that stands raised; 0: none does.
char RaisedDigit(char32_t c) {
  constexpr std::u32string_view kRaised = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
  const std::size_t digit = kRaised.find(c);
  return digit == kRaised.npos ? '\0' : static_cast<char>('0' + digit);
}

std::string SayOrdinal(const std::string& digits) {
  const bool teen = digits.size() > 1 && digits[digits.size() - 2] == '1';
  const char last = teen ? '0' : digits.back();
  if (last == '1') return digits + "st";
  if (last == '2') return digits + "nd";
  return digits + (last == '3' ? "rd" : "th");
}

// "mc", "xy": a letter, or several that make no word.
bool AreVariables(const std::string& letters) {
  constexpr std::size_t kMost = 3;
  return letters.size() == 1 ||
         (letters.size() <= kMost && letters.find_first_of("aeiouyAEIOUY") == letters.npos);
}

// "m c", each by its name; the engine takes a lone "a" for the article.
std::string SayLetters(const std::string& letters) {
  std::string say;
  for (const char c : letters) {
    if (!say.empty()) say += ' ';
    say += c == 'a' || c == 'A' ? std::string("ay") : std::string(1, c);
  }
  return say;
}

// "In 1914²": behind a year stands the mark of a note.
bool IsBehindYear(const TextView& text, std::size_t at) {
  constexpr std::size_t kDigits = 4;
  if (at < kDigits || IsDigit(text.Before(at - kDigits))) return false;
  const std::string year = text.DigitsAt(at - kDigits);
  return year.size() == kDigits && (year.starts_with("1") || year.starts_with("20")) &&
         !year.ends_with("000");
}

}  // namespace

std::optional<Power> PowerAt(const TextView& text, std::size_t at) {
  constexpr std::size_t kMostDigits = 3;
  Power power;
  const bool caret = text.At(at) == '^';
  std::size_t end = caret ? at + 1 : at;
  power.negative = caret ? text.At(end) == '-' || text.At(end) == U'−' : text.At(end) == U'⁻';
  if (power.negative) ++end;
  if (caret) power.digits = text.DigitsAt(end);
  while (!caret && power.digits.size() <= kMostDigits) {
    const char digit = RaisedDigit(text.At(end + power.digits.size()));
    if (digit == '\0') break;
    power.digits += digit;
  }
  if (power.digits.empty() || power.digits.size() > kMostDigits) return std::nullopt;
  power.length = end + power.digits.size() - at;
  if (caret && text.At(at + power.length) == '^') ++power.length;  // Pandoc's "10^3^"
  return power;
}

std::string SayPower(const Power& power) {
  if (power.negative) return "to the minus " + power.digits;
  if (power.digits == "2") return "squared";
  if (power.digits == "3") return "cubed";
  return "to the " + SayOrdinal(power.digits);
}

std::optional<Rewrite> ReadPower(const TextView& text, std::size_t at) {
  const std::string letters = text.LettersAt(at);
  const std::size_t end = at + letters.size();
  const std::optional<Power> power = PowerAt(text, end);
  if (!power) return std::nullopt;
  if (letters.empty()) {
    const char32_t before = text.Before(at);
    const bool behind_number = IsDigit(before) && !IsBehindYear(text, at);
    if (!behind_number && before != ')') return std::nullopt;
  } else if (!AreVariables(letters)) {
    return std::nullopt;
  }
  const bool word_follows = IsWordPart(text.At(end + power->length));
  return Rewrite{end + power->length - at,
                 SayLetters(letters) + ' ' + SayPower(*power) + (word_follows ? " " : "")};
}

}  // namespace fullcast::english
