// Roman numerals: of kings ("the 8th"), of chapters ("21").
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "core/utf8.h"
#include "speech/english/reading.h"

namespace fullcast::english {

namespace {

constexpr auto kParts = std::to_array<std::string_view>(
    {"act",    "adventure", "appendix", "art",    "article",  "bk",     "book",   "canto",
     "ch",     "chap",      "chapter",  "class",  "division", "fig",    "figure", "l",
     "lesson", "letter",    "no",       "number", "p",        "page",   "part",   "phase",
     "plate",  "psalm",     "scene",    "sec",    "section",  "series", "stanza", "stave",
     "table",  "type",      "vol",      "volume", "war"});

constexpr auto kRegalNames = std::to_array<std::string_view>(
    {"Albert",   "Alexander", "Alfonso",  "Amenhotep", "Baldwin",   "Benedict",    "Boniface",
     "Carlos",   "Catherine", "Charles",  "Christian", "Clement",   "Constantine", "David",
     "Edward",   "Elizabeth", "Emmanuel", "Eric",      "Ferdinand", "Francis",     "Frederick",
     "George",   "Gregory",   "Gustavus", "Haakon",    "Henri",     "Henry",       "Humbert",
     "Innocent", "Ivan",      "James",    "John",      "Joseph",    "Julius",      "Leo",
     "Leopold",  "Lewis",     "Louis",    "Malcolm",   "Mary",      "Napoleon",    "Nicholas",
     "Oscar",    "Otto",      "Paul",     "Peter",     "Philip",    "Pius",        "Ptolemy",
     "Rameses",  "Ramses",    "Richard",  "Robert",    "Rudolph",   "Sixtus",      "Stephen",
     "Theodore", "Thutmose",  "Umberto",  "Urban",     "Victor",    "Wilhelm",     "William"});

static_assert(std::is_sorted(kParts.begin(), kParts.end()));
static_assert(std::is_sorted(kRegalNames.begin(), kRegalNames.end()));

int DigitOf(char letter) {
  switch (letter) {
    case 'i':
      return 1;
    case 'v':
      return 5;
    case 'x':
      return 10;
    case 'l':
      return 50;
    case 'c':
      return 100;
    default:
      return 0;
  }
}

std::string RomanOf(int value) {
  constexpr std::pair<int, const char*> kSteps[] = {{100, "c"}, {90, "xc"}, {50, "l"},
                                                    {40, "xl"}, {10, "x"},  {9, "ix"},
                                                    {5, "v"},   {4, "iv"},  {1, "i"}};
  std::string roman;
  for (const auto& [step, letters] : kSteps) {
    for (; value >= step; value -= step) roman += letters;
  }
  return roman;
}

// The value of a numeral in proper form up to CCCXCIX, all in one case.
std::optional<int> ValueOf(const std::string& letters) {
  constexpr std::size_t kLongest = 12;
  const std::string lower = Lowercase(letters);
  if (letters.empty() || letters.size() > kLongest) return std::nullopt;
  if (letters != lower && std::any_of(letters.begin(), letters.end(), [](char c) {
        return IsLower(static_cast<unsigned char>(c));
      })) {
    return std::nullopt;
  }
  int value = 0;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const int digit = DigitOf(lower[i]);
    if (digit == 0) return std::nullopt;
    const int next = i + 1 < lower.size() ? DigitOf(lower[i + 1]) : 0;
    value += digit < next ? -digit : digit;
  }
  if (value <= 0 || RomanOf(value) != lower) return std::nullopt;
  return value;
}

std::string SayOrdinal(int value) {
  const int tens = value / 10 % 10;
  const char* end = "th";
  if (tens != 1 && value % 10 == 1) end = "st";
  if (tens != 1 && value % 10 == 2) end = "nd";
  if (tens != 1 && value % 10 == 3) end = "rd";
  return "the " + std::to_string(value) + end;
}

// "Charles I." and "Charles I of Spain", but "Charles I know".
bool IsOfKing(const TextView& text, std::size_t at, std::size_t end) {
  const std::string before = text.Before(at) == ' ' ? text.LettersBefore(at - 1) : "";
  if (!std::binary_search(kRegalNames.begin(), kRegalNames.end(), before)) return false;
  if (end - at == 1 && text.At(at) != 'V' && text.At(at) != 'X' && text.At(at) != 'I') return false;
  if (end - at > 1 || text.At(at) != 'I') return true;
  const char32_t next = text.At(end);
  return next == 0 || next == '.' || next == ',' || next == ';' || next == ')' || next == '\'' ||
         text.Has(end, " of ");
}

// "John Smith III said": behind two names.
bool IsOfHeir(const TextView& text, std::size_t at, std::size_t end, int value) {
  constexpr int kMostHeirs = 5;
  if (value > kMostHeirs || end - at < 2 || text.At(end) == '.' || text.At(end) == ':')
    return false;
  const auto is_name = [](const std::string& word) {
    return word.size() > 1 && IsUpper(static_cast<unsigned char>(word[0])) &&
           IsLower(static_cast<unsigned char>(word[1])) && !BeginsSentences(word) &&
           !std::binary_search(kParts.begin(), kParts.end(), Lowercase(word));
  };
  const std::string last = text.Before(at) == ' ' ? text.LettersBefore(at - 1) : "";
  const std::size_t before = at - std::min(at, last.size() + 1);
  return is_name(last) && text.Before(before) == ' ' && is_name(text.LettersBefore(before - 1));
}

// Whether the stop there ends no sentence: "Henry VIII., who", "vol. ii. of".
bool StopGoesOn(const TextView& text, std::size_t stop) {
  if (text.At(stop) != '.') return false;
  const char32_t next = text.At(stop + 1);
  return next == ',' || next == ';' || next == ':' || (next == ' ' && IsLower(text.At(stop + 2)));
}

// "X. The Lamp" and "X. THE LAMP", but "V. Johnson"; "I. Administration".
bool IsBeforeTitle(const TextView& text, std::size_t begin) {
  const std::string word = text.LettersAt(begin);
  if (text.At(0) == 'I') return IsUpper(text.At(begin)) && word.size() > 1;  // no sentence: "I."
  const auto is_capital = [](char c) { return IsUpper(static_cast<unsigned char>(c)); };
  return BeginsSentences(word) ||
         (word.size() > 1 && std::all_of(word.begin(), word.end(), is_capital));
}

// At the head of a text: "IV. The Storm", "XXI".
bool IsHeading(const TextView& text, std::size_t at, std::size_t end) {
  if (at != 0) return false;
  const char32_t next = text.At(end);
  if (end > 1) return next == 0 || next == ':' || next == '.';
  if (next == '.' && text.At(end + 1) == ' ') return IsBeforeTitle(text, end + 2);
  return text.At(0) != 'I' && (next == 0 || next == ':' || (next == '.' && text.At(end + 1) == 0));
}

// "XXI", "VII", but not "I", "CC" or "LI".
bool IsNumeralByItself(const std::string& letters) {
  const bool distinct = letters.find_first_of("IVX") != std::string::npos;
  return letters.size() > 2 || (letters.size() == 2 && distinct && letters != "LI" &&
                                letters != "CI" && letters != "CV" && letters != "XL");
}

}  // namespace

std::optional<Rewrite> ReadRoman(const TextView& text, std::size_t at) {
  const std::string letters = text.LettersAt(at);
  const std::optional<int> value = ValueOf(letters);
  const std::size_t end = at + letters.size();
  if (!value || IsWordPart(text.At(end)) || text.Before(at) == '\'' || text.At(end) == '-') {
    return std::nullopt;
  }
  if (text.At(end) == '\'' && letters.size() == 1) return std::nullopt;  // "I'm"
  const std::size_t length = letters.size() + (StopGoesOn(text, end) ? 1 : 0);
  if (IsUpper(text.At(at)) && (IsOfKing(text, at, end) || IsOfHeir(text, at, end, *value))) {
    return Rewrite{length, SayOrdinal(*value)};
  }
  std::string before = WordBefore(text, at);
  if (before.size() > 1) before = Lowercase(before);  // "p. iv", but not "P. L. M."
  const bool of_part = std::binary_search(kParts.begin(), kParts.end(), before);
  const bool upper = IsUpper(text.At(at));
  const bool by_itself = upper && (IsHeading(text, at, end) || IsNumeralByItself(letters));
  if (!of_part && !by_itself) return std::nullopt;
  return Rewrite{length, std::to_string(*value)};
}

}  // namespace fullcast::english
