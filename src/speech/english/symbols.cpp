// Signs between words.
#include <string>

#include "core/utf8.h"
#include "speech/english/reading.h"

namespace fullcast::english {

namespace {

// "he/she", but no path of a file or address: those have more of it around them.
std::optional<Rewrite> ReadStroke(const TextView& text, std::size_t at) {
  const std::string left = text.LettersAt(at);
  const std::size_t stroke = at + left.size();
  if (left.empty() || text.At(stroke) != '/') return std::nullopt;
  const std::string right = text.LettersAt(stroke + 1);
  const std::size_t end = stroke + 1 + right.size();
  const char32_t before = text.Before(at);
  const char32_t after = text.At(end);
  const bool alone = (before == 0 || before == ' ' || before == '(') &&
                     (after == 0 || after == ' ' || after == ')' || IsClauseMark(after));
  if (right.empty() || !alone) return std::nullopt;
  const std::string pair = Lowercase(left + "/" + right);
  if (pair == "s/he") return Rewrite{end - at, "she or he"};
  if (left.size() < 2 || right.size() < 2) return std::nullopt;
  return Rewrite{end - at, left + (pair == "and/or" ? " " : " or ") + right};
}

// "85° 53′ 38″": minutes and seconds behind degrees, else feet and inches.
std::optional<Rewrite> ReadPrime(const TextView& text, std::size_t at) {
  constexpr std::size_t kReach = 12;
  bool of_angle = false;
  for (std::size_t i = at; i > 0 && at - i < kReach; --i) {
    of_angle = of_angle || text.Before(i) == U'°';
  }
  const bool is_double = text.At(at) == U'″';
  const char* say =
      of_angle ? (is_double ? " seconds" : " minutes") : (is_double ? " inches" : " feet");
  return Rewrite{1, IsWordPart(text.At(at + 1)) ? std::string(say) + " " : say};
}

}  // namespace

std::optional<Rewrite> ReadSymbol(const TextView& text, std::size_t at) {
  if (text.At(at) == U'℔') return Rewrite{1, "pounds"};
  if (text.At(at) == U'′' || text.At(at) == U'″') return ReadPrime(text, at);
  if (text.At(at) != '&') return ReadStroke(text, at);
  const bool spaced = (text.Before(at) == ' ' || at == 0) && text.At(at + 1) == ' ';
  return Rewrite{1, spaced ? "and" : " and "};
}

}  // namespace fullcast::english
