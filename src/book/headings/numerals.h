// Numbers as headings write them, and as they are spoken in English.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fullcast {

/// A number at the start of a text.
struct Numeral {
  int value = 0;
  std::size_t length = 0;  ///< bytes it takes up
  bool in_words = false;   ///< "One", "the First": to be spoken as it stands
};

/// Reads "12", "12th", a Roman numeral in its standard form ("XIV", "xiv"), or words up to 999
/// ("Twenty-One", "THE FIRST", "one hundred and two"), from 1 on, up to the end of a word.
std::optional<Numeral> ReadNumeral(std::string_view text);

/// The value of a Roman numeral in its standard form, all letters in one case.
std::optional<int> RomanValue(std::string_view text);

/// 21 is "Twenty-One". Above 999 the digits.
std::string NumberInWords(int number);

}  // namespace fullcast
