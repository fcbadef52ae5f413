// Fractions, as one character or with a stroke.
#include <fmt/format.h>

#include <string>

#include "speech/english/figures.h"
#include "speech/english/reading.h"

namespace fullcast::english {

namespace {

struct Fraction {
  char32_t c;
  int numerator;
  int denominator;
};

constexpr Fraction kFractions[] = {{U'½', 1, 2}, {U'⅓', 1, 3}, {U'⅔', 2, 3}, {U'¼', 1, 4},
                                   {U'¾', 3, 4}, {U'⅕', 1, 5}, {U'⅖', 2, 5}, {U'⅗', 3, 5},
                                   {U'⅘', 4, 5}, {U'⅙', 1, 6}, {U'⅚', 5, 6}, {U'⅛', 1, 8},
                                   {U'⅜', 3, 8}, {U'⅝', 5, 8}, {U'⅞', 7, 8}};

// "a half", "3 quarters", "2 thirds"; nothing for what is no everyday fraction.
std::string SayFraction(int numerator, int denominator) {
  const bool one = numerator == 1;
  const auto parts = [&](const char* part) {
    return one ? fmt::format("a {}", part) : fmt::format("{} {}s", numerator, part);
  };
  switch (denominator) {
    case 2:
      return one ? "a half" : "";
    case 3:
      return parts("third");
    case 4:
      return parts("quarter");
    case 5:
      return parts("fifth");
    case 6:
      return parts("sixth");
    case 7:
      return parts("seventh");
    case 8:
      return parts("eighth");
    case 9:
      return parts("ninth");
    case 10:
      return parts("tenth");
    case 12:
      return parts("twelfth");
    case 16:
      return parts("sixteenth");
    default:
      return "";
  }
}

struct Found {
  std::string say;
  std::size_t length = 0;
};

std::optional<Found> FractionAt(const TextView& text, std::size_t at) {
  for (const Fraction& fraction : kFractions) {
    if (text.At(at) == fraction.c)
      return Found{SayFraction(fraction.numerator, fraction.denominator), 1};
  }
  const std::string numerator = text.DigitsAt(at);
  const std::size_t stroke = at + numerator.size();
  if (numerator.empty() || numerator.size() > 2) return std::nullopt;
  if (text.At(stroke) != '/' && text.At(stroke) != U'⁄') return std::nullopt;
  const std::string denominator = text.DigitsAt(stroke + 1);
  const std::size_t end = stroke + 1 + denominator.size();
  if (denominator.empty() || denominator.size() > 2) return std::nullopt;
  if (IsWordPart(text.At(end)) || text.At(end) == '/') return std::nullopt;
  const int above = std::stoi(numerator);
  const int below = std::stoi(denominator);
  if (above == 0 || above >= below) return std::nullopt;
  Found found{SayFraction(above, below), end - at};
  if (found.say.empty()) return std::nullopt;
  return found;
}

}  // namespace

std::optional<Rewrite> ReadFraction(const TextView& text, std::size_t at) {
  if (GoesOnFromFigures(text, at)) return std::nullopt;
  if (const auto alone = FractionAt(text, at)) return Rewrite{alone->length, alone->say};
  const std::string whole = text.DigitsAt(at);
  if (whole.empty()) return std::nullopt;
  std::size_t next = at + whole.size();
  if (text.At(next) == ' ' || text.At(next) == '-') ++next;
  const auto part = FractionAt(text, next);
  if (!part) return std::nullopt;
  return Rewrite{next + part->length - at, whole + " and " + part->say};
}

}  // namespace fullcast::english
