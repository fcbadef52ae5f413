#include "book/headings/numerals.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr int kMost = 999;

constexpr std::array<std::string_view, 20> kOnes = {
    "",         "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> kTens = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::array<std::string_view, 20> kOrdinalOnes = {
    "",           "first",     "second",    "third",       "fourth",     "fifth",     "sixth",
    "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
constexpr std::array<std::string_view, 10> kOrdinalTens = {
    "",         "",         "twentieth",  "thirtieth", "fortieth",
    "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"};

constexpr std::array<std::pair<std::string_view, int>, 13> kRoman = {{{"m", 1000},
                                                                      {"cm", 900},
                                                                      {"d", 500},
                                                                      {"cd", 400},
                                                                      {"c", 100},
                                                                      {"xc", 90},
                                                                      {"l", 50},
                                                                      {"xl", 40},
                                                                      {"x", 10},
                                                                      {"ix", 9},
                                                                      {"v", 5},
                                                                      {"iv", 4},
                                                                      {"i", 1}}};

template <std::size_t n>
int IndexOf(const std::array<std::string_view, n>& words, std::string_view word) {
  const auto found = std::find(words.begin() + 1, words.end(), word);
  return found == words.end() || word.empty() ? 0 : static_cast<int>(found - words.begin());
}

bool IsAsciiLetter(char c) { return IsLetter(static_cast<unsigned char>(c)); }
bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

// The run of letters at this position, in lower case; empty when it is too long for a number.
std::string WordAt(std::string_view text, std::size_t position) {
  constexpr std::size_t kLongest = 12;
  std::size_t end = position;
  while (end < text.size() && end - position <= kLongest && IsAsciiLetter(text[end])) ++end;
  if (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80) {
    std::size_t next = end;
    if (IsLetter(NextCodePoint(text, next))) return {};
  }
  return end - position > kLongest ? std::string()
                                   : Lowercase(text.substr(position, end - position));
}

std::optional<Numeral> ReadDigits(std::string_view text) {
  std::size_t length = 0;
  int value = 0;
  while (length < text.size() && length < 4 && IsAsciiDigit(text[length])) {
    value = value * 10 + (text[length++] - '0');
  }
  if (length == 0 || value == 0) return std::nullopt;
  const std::string suffix = WordAt(text, length);
  if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") {
    length += suffix.size();
  } else if (!suffix.empty()) {
    return std::nullopt;
  }
  if (length < text.size() && (IsAsciiDigit(text[length]) || IsAsciiLetter(text[length]))) {
    return std::nullopt;
  }
  return Numeral{value, length, false};
}

// Number words one after the other, as long as they make one number.
std::optional<Numeral> ReadWords(std::string_view text) {
  Numeral numeral{0, 0, true};
  std::size_t position = 0;
  if (WordAt(text, 0) == "the" && text.size() > 3 && text[3] == ' ') position = 4;
  for (int least = 1000; position < text.size();) {  // what comes next must be below `least`
    const std::string word = WordAt(text, position);
    if (word == "and" && least == 100) {
      position += 4;
      continue;
    }
    const bool ordinal =
        IndexOf(kOrdinalOnes, word) != 0 || IndexOf(kOrdinalTens, word) != 0 || word == "hundredth";
    int value = std::max(IndexOf(kOnes, word), IndexOf(kOrdinalOnes, word));
    const int tens = std::max(IndexOf(kTens, word), IndexOf(kOrdinalTens, word));
    if (tens != 0) value = 10 * tens;
    if (word == "hundred" || word == "hundredth") {
      if (numeral.value > 9 || least == 100) break;
      numeral.value = std::max(numeral.value, 1) * 100;
      least = 100;
    } else if (value != 0 && value < least) {
      numeral.value += value;
      least = tens != 0 ? 10 : 1;
    } else {
      break;
    }
    position += word.size();
    numeral.length = position;
    const bool goes_on =
        !ordinal && position < text.size() && (text[position] == ' ' || text[position] == '-');
    if (!goes_on) break;
    ++position;
  }
  if (numeral.length == 0) return std::nullopt;
  return numeral;
}

}  // namespace

std::optional<int> RomanValue(std::string_view text) {
  constexpr std::size_t kLongest = 15;  // mmmdccclxxxviii
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  const std::string lower = Lowercase(text);
  const bool one_case = lower == text || std::none_of(text.begin(), text.end(),
                                                      [](char c) { return c >= 'a' && c <= 'z'; });
  if (!one_case) return std::nullopt;
  int value = 0;
  std::size_t position = 0;
  for (const auto& [letters, worth] : kRoman) {
    const int most = letters.size() == 2 || worth == 500 || worth == 50 || worth == 5 ? 1 : 3;
    for (int n = 0; n < most && std::string_view(lower).substr(position).starts_with(letters);
         ++n) {
      value += worth;
      position += letters.size();
    }
  }
  if (position != lower.size()) return std::nullopt;
  return value;
}

std::optional<Numeral> ReadNumeral(std::string_view text) {
  if (const auto digits = ReadDigits(text)) return digits;
  const std::string word = WordAt(text, 0);
  const bool ends = word.size() >= text.size() || !IsAsciiDigit(text[word.size()]);
  if (const auto roman = RomanValue(text.substr(0, word.size())); roman && ends) {
    return Numeral{*roman, word.size(), false};
  }
  return ReadWords(text);
}

std::string NumberInWords(int number) {
  if (number < 1 || number > kMost) return std::to_string(number);
  std::string words;
  const auto add = [&words](std::string_view word, char before) {
    if (!words.empty()) words += before;
    words += static_cast<char>(word[0] - 'a' + 'A');
    words += word.substr(1);
  };
  if (number >= 100) {
    add(kOnes[static_cast<std::size_t>(number / 100)], ' ');
    words += " Hundred";
    number %= 100;
    if (number > 0) words += " and";
  }
  if (number >= 20) {
    add(kTens[static_cast<std::size_t>(number / 10)], ' ');
    number %= 10;
    if (number > 0) add(kOnes[static_cast<std::size_t>(number)], '-');
  } else if (number > 0) {
    add(kOnes[static_cast<std::size_t>(number)], ' ');
  }
  return words;
}

}  // namespace fullcast
