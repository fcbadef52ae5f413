#include "speech/english/figures.h"

#include <fmt/format.h>

#include "core/utf8.h"

namespace fullcast::english {

namespace {

constexpr std::size_t kGroup = 3;  // digits between commas

bool IsFigure(char32_t c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<Figures> FiguresAt(const TextView& text, std::size_t at) {
  Figures figures;
  figures.whole = text.DigitsAt(at);
  if (figures.whole.empty()) return std::nullopt;
  std::size_t end = at + figures.whole.size();
  while (text.At(end) == ',' && text.DigitsAt(end + 1).size() == kGroup) {
    figures.whole += text.DigitsAt(end + 1);
    end += kGroup + 1;
  }
  if (text.At(end) == '.' && IsFigure(text.At(end + 1))) {
    figures.decimals = text.DigitsAt(end + 1);
    end += 1 + figures.decimals.size();
  }
  figures.length = end - at;
  return figures;
}

bool GoesOnFromFigures(const TextView& text, std::size_t at) {
  const char32_t before = text.Before(at);
  if (IsFigure(before)) return true;
  const bool binds = before == '.' || before == ',' || before == ':' || before == '/';
  return binds && at > 1 && IsFigure(text.At(at - 2));
}

bool IsNumberWord(const std::string& word) {
  for (const char* number :
       {"one",   "two",     "three",  "four",   "five",    "six",      "seven", "eight",
        "nine",  "ten",     "eleven", "twelve", "twenty",  "thirty",   "forty", "fifty",
        "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "few",   "several"}) {
    if (word == number) return true;
  }
  return word.ends_with("teen");
}

bool IsNumberBefore(const TextView& text, std::size_t at) {
  const bool parted = text.Before(at) == ' ' || text.Before(at) == '-';
  const std::size_t end = parted ? at - 1 : at;
  const char32_t c = text.Before(end);
  constexpr std::u32string_view kNumberEnds = U"½¼¾⅓⅔²³⁴⁵⁶⁷⁸⁹";
  if (IsFigure(c) || kNumberEnds.find(c) != kNumberEnds.npos) return true;
  return parted && IsNumberWord(Lowercase(text.LettersBefore(end)));
}

std::string SayYear(int year) {
  constexpr int kCentury = 100;
  const int century = year / kCentury;
  const int rest = year % kCentury;
  if (year < 1100 || (year >= 2000 && year < 2010)) return fmt::format("{}", year);
  if (rest == 0) return fmt::format("{} hundred", century);
  return rest < 10 ? fmt::format("{} oh {}", century, rest) : fmt::format("{} {}", century, rest);
}

}  // namespace fullcast::english
