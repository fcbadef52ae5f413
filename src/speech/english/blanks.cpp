// What authors left blank: names, years, oaths.
#include <string>

#include "core/utf8.h"
#include "speech/dashes.h"
#include "speech/english/reading.h"

namespace fullcast::english {

namespace {

constexpr std::size_t kMostDashes = 20;

struct Oath {
  std::string_view head;
  std::string_view tail;
  std::string_view say;
};

constexpr Oath kOaths[] = {
    {"d", "n", "damn"},         {"d", "d", "damned"},         {"d", "ned", "damned"},
    {"d", "nable", "damnable"}, {"d", "nation", "damnation"}, {"G", "d", "God"},
    {"h", "l", "hell"},         {"H", "l", "Hell"},           {"b", "y", "bloody"},
    {"D", "n", "Damn"},         {"D", "l", "Devil"},          {"d", "l", "devil"},
    {"dev", "l", "devil"},      {"b", "h", "bitch"}};

// A run of dashes, and whether it is long enough to stand for letters.
struct Blank {
  std::size_t length = 0;
  bool long_dash = false;
};

Blank BlankAt(const TextView& text, std::size_t at) {
  Blank blank;
  while (blank.length < kMostDashes && IsHyphenOrDash(text.At(at + blank.length))) {
    blank.long_dash = blank.long_dash || IsLongDash(text.At(at + blank.length));
    ++blank.length;
  }
  return blank;
}

bool StandsForLetters(const Blank& blank) { return blank.long_dash || blank.length > 1; }

bool IsPlacePreposition(const std::string& word) {
  return word == "of" || word == "at" || word == "in" || word == "to" || word == "from" ||
         word == "near";
}

// "18—" behind "in" or before a mark: a year.
std::optional<Rewrite> ReadYear(const TextView& text, std::size_t at, const std::string& digits) {
  if (digits.size() != 2 || digits < "15" || digits > "19") return std::nullopt;
  const Blank blank = BlankAt(text, at + digits.size());
  const char32_t next = text.At(at + digits.size() + blank.length);
  if (!StandsForLetters(blank) || IsWordPart(next)) return std::nullopt;
  return Rewrite{digits.size() + blank.length, digits + " blank"};
}

// "Lord ----": a title, a space, nothing but dashes.
std::optional<Rewrite> ReadWholeName(const TextView& text, std::size_t at) {
  const Blank blank = BlankAt(text, at);
  if (blank.length < 2 || IsHyphenOrDash(text.Before(at))) return std::nullopt;
  const std::size_t end = at + blank.length;
  if (text.Has(end, "shire")) return Rewrite{blank.length, "Blank"};
  // The apostrophe of "----'s" is gone already.
  const bool possessive = text.LettersAt(end) == "s";
  if (text.Before(at) != ' ' || (IsWordPart(text.At(end)) && !possessive)) return std::nullopt;
  const std::string before = WordBefore(text, at);
  const bool behind_name = IsTitle(before) || IsPlacePreposition(before);
  if (!behind_name || (IsPlacePreposition(before) && blank.length < 3)) return std::nullopt;
  return Rewrite{blank.length, possessive ? "Blank'" : "Blank"};
}

}  // namespace

std::optional<Rewrite> ReadBlank(const TextView& text, std::size_t at) {
  if (IsHyphenOrDash(text.At(at))) return ReadWholeName(text, at);
  if (const std::string digits = text.DigitsAt(at); !digits.empty()) {
    return ReadYear(text, at, digits);
  }
  const std::string letters = text.LettersAt(at);
  const Blank blank = BlankAt(text, at + letters.size());
  if (letters.empty() || blank.length == 0) return std::nullopt;
  const std::size_t end = at + letters.size() + blank.length;
  const std::string tail = text.LettersAt(end);
  for (const Oath& oath : kOaths) {
    if (letters == oath.head && tail == oath.tail) {
      return Rewrite{letters.size() + blank.length + tail.size(), std::string(oath.say)};
    }
  }
  if (letters.size() != 1 || !IsUpper(text.At(at)) || !StandsForLetters(blank)) return std::nullopt;
  if (tail == "shire") return Rewrite{letters.size() + blank.length, letters + " "};
  const std::string before = WordBefore(text, at);
  if (IsWordPart(text.At(end)) || !(IsTitle(before) || IsPlacePreposition(before))) {
    return std::nullopt;
  }
  return Rewrite{letters.size() + blank.length, letters == "A" ? "eh" : letters};
}

}  // namespace fullcast::english
