// Words in capitals, which eSpeak NG may take for initials: "US", "IT". Initialisms are spelt out.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/utf8.h"
#include "speech/english/reading.h"

namespace fullcast::english {

namespace {

// Initialisms with a vowel, which could be words.
constexpr auto kInitialisms = std::to_array<std::string_view>(
    {"AA",  "ABC",  "AI",  "BA",  "BBC", "CEO", "CIA", "CIO",  "DIY",  "DNA", "DOA",
     "EEC", "EU",   "FAQ", "FBI", "GOP", "HIV", "IBM", "ID",   "IOU",  "IQ",  "IRA",
     "IRS", "IT",   "LA",  "MA",  "MI",  "MIA", "NBA", "NYPD", "OED",  "PA",  "POW",
     "RAF", "RSVP", "SOS", "TNT", "UFO", "UK",  "UN",  "USA",  "USSR", "VIP", "WC"});

static_assert(std::is_sorted(kInitialisms.begin(), kInitialisms.end()));

bool IsUpperAscii(char32_t c) { return c >= 'A' && c <= 'Z'; }

bool IsCapitals(const std::string& letters) {
  return std::all_of(letters.begin(), letters.end(),
                     [](char c) { return IsUpperAscii(static_cast<unsigned char>(c)); });
}

// Whether the next word over there, up to two marks away, is in capitals too.
bool HasCapitalsBefore(const TextView& text, std::size_t at) {
  std::size_t end = at;
  for (int i = 0; i < 2 && end > 0 && !IsWordPart(text.Before(end)); ++i) --end;
  const std::string letters = text.LettersBefore(end);
  return letters.size() > 1 && IsCapitals(letters);
}

bool HasCapitalsAfter(const TextView& text, std::size_t end) {
  for (int i = 0; i < 2 && !IsWordPart(text.At(end)); ++i) ++end;
  const std::string letters = text.LettersAt(end);
  return letters.size() > 1 && IsCapitals(letters);
}

bool HasVowel(const std::string& letters) {
  return letters.find_first_of("AEIOUY") != std::string::npos;
}

// Where a small letter would join two sentences: eSpeak NG reads "7. the" in one go.
bool BeginsSentence(const TextView& text, std::size_t at) {
  std::size_t end = at;
  while (text.Before(end) == ' ') --end;
  const char32_t before = text.Before(end);
  return before == '.' || before == '!' || before == '?' || before == U'…';
}

// "'S" of "ALICE'S", "'LL" of "THEY'LL".
std::size_t LengthOfSuffix(const TextView& text, std::size_t end) {
  constexpr std::size_t kLongest = 2;
  const std::string letters = text.At(end) == '\'' ? text.LettersAt(end + 1) : "";
  const bool suffix = !letters.empty() && letters.size() <= kLongest && IsCapitals(letters);
  return suffix ? letters.size() + 1 : 0;
}

// "Salt Lake City, UT 84116".
bool IsBeforeZipCode(const TextView& text, std::size_t end) {
  constexpr std::size_t kZipDigits = 5;
  return text.At(end) == ' ' && text.DigitsAt(end + 1).size() == kZipDigits;
}

}  // namespace

std::optional<Rewrite> ReadCapitals(const TextView& text, std::size_t at) {
  const std::string letters = text.LettersAt(at);
  if (letters.empty() || !IsCapitals(letters)) return std::nullopt;
  const std::size_t end = at + letters.size();
  if (IsWordPart(text.At(end)) || text.Before(at) == '\'') return std::nullopt;
  const bool among_capitals = HasCapitalsBefore(text, at) || HasCapitalsAfter(text, end);
  if (letters.size() == 1) {
    const bool article =
        letters == "A" && among_capitals && text.At(end) == ' ' && !BeginsSentence(text, at);
    if (article) return Rewrite{1, "a"};
    return std::nullopt;
  }
  if (!among_capitals) {
    const bool listed = std::binary_search(kInitialisms.begin(), kInitialisms.end(), letters);
    if (listed || !HasVowel(letters)) return std::nullopt;
    if (letters.size() == 2 && IsBeforeZipCode(text, end)) {
      return Rewrite{2, std::string{letters[0], ' ', letters[1]}};
    }
  }
  std::string word = Lowercase(letters);
  const std::size_t suffix = LengthOfSuffix(text, end);
  if (suffix > 0) word += "'" + Lowercase(text.LettersAt(end + 1));
  if (BeginsSentence(text, at)) word.front() = letters.front();
  return Rewrite{letters.size() + suffix, std::move(word)};
}

}  // namespace fullcast::english
