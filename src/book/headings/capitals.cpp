#include "book/headings/capitals.h"

#include <algorithm>
#include <array>

#include "book/headings/numerals.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::array<std::string_view, 24> kSmallWords = {
    "a",  "an", "and", "as",   "at", "but",  "by",  "de", "for",  "from", "in",  "into",
    "of", "on", "nor", "onto", "or", "over", "the", "to", "upon", "via",  "von", "with"};

bool IsSmallWord(std::string_view lower) {
  return std::find(kSmallWords.begin(), kSmallWords.end(), lower) != kSmallWords.end();
}

bool IsApostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

// The end of the word at `begin`: letters, digits and apostrophes between them.
std::size_t WordEnd(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  for (std::size_t position = begin; position < text.size();) {
    const char32_t c = NextCodePoint(text, position);
    if (IsLetter(c) || IsDigit(c)) {
      end = position;
    } else if (!IsApostrophe(c) || end == begin) {
      break;
    }
  }
  return end;
}

// "VIII" in "HENRY VIII", but not the words that happen to be numerals.
bool StaysCapital(std::string_view word, std::string_view rest) {
  const bool initial = word.size() == 1 && rest.starts_with(".");
  const bool numeral = word != "MIX" && word != "DI" && RomanValue(word).has_value();
  return initial || numeral;
}

std::string Capitalized(std::string_view word) {
  std::string result;
  std::size_t position = 0;
  AppendUtf8(result, ToUpper(NextCodePoint(word, position)));
  return result + Lowercase(word.substr(position));
}

// Every word given to `convert` with what stands before and behind it.
template <typename Convert>
std::string ForEachWord(std::string_view text, const Convert& convert) {
  std::string result;
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t end = WordEnd(text, position);
    if (end == position) {
      const std::size_t begin = position;
      NextCodePoint(text, position);
      result += text.substr(begin, position - begin);
      continue;
    }
    result +=
        convert(text.substr(position, end - position), std::string_view(result), text.substr(end));
    position = end;
  }
  return result;
}

bool IsArticle(std::string_view lower) { return lower == "the" || lower == "a" || lower == "an"; }

// Whether a title or a new part of it begins behind this text, or behind its number.
bool BeginsPhrase(std::string_view before, bool article) {
  const std::string_view text = Trim(before);
  if (text.empty()) return true;
  const bool number = text.find_first_not_of("0123456789") == std::string_view::npos;
  if (number && article) return true;
  return std::string_view(".:!?(\"-").find(text.back()) != std::string_view::npos &&
         !text.ends_with("Mr.");
}

}  // namespace

bool IsShouted(std::string_view text) {
  bool letters = false;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = NextCodePoint(text, position);
    if (IsLower(c)) return false;
    letters = letters || IsUpper(c);
  }
  return letters;
}

bool IsTitleCase(std::string_view text) {
  std::size_t words = 0;
  std::size_t capital = 0;
  ForEachWord(text, [&](std::string_view word, std::string_view before, std::string_view) {
    std::size_t position = 0;
    const char32_t first = NextCodePoint(word, position);
    const bool counts = words == 0 || !IsSmallWord(Lowercase(word));
    if (counts && IsLetter(first) && !before.ends_with('-')) {
      ++words;
      if (IsUpper(first)) ++capital;
    }
    return word;
  });
  return words > 0 && capital == words;
}

std::string CalmCapitals(std::string_view text) {
  if (!IsShouted(text)) return std::string(text);
  return ForEachWord(
      text, [](std::string_view word, std::string_view before, std::string_view rest) {
        if (StaysCapital(word, rest)) return std::string(word);
        std::string lower = Lowercase(word);
        const bool last = WordEnd(rest, rest.size() - Trim(rest).size()) == 0 && Trim(rest).empty();
        if (IsSmallWord(lower) && !last && !BeginsPhrase(before, IsArticle(lower))) return lower;
        return Capitalized(word);
      });
}

std::string TitleFromName(std::string_view name) {
  std::string spaced;
  char32_t previous = ' ';
  for (std::size_t position = 0; position < name.size();) {
    const char32_t c = NextCodePoint(name, position);
    const bool space = c == '_' || c == '-' || IsSpace(c);
    std::size_t peek = position;
    const bool lower_next = position < name.size() && IsLower(NextCodePoint(name, peek));
    const bool hump = IsUpper(c) && (IsLower(previous) || (IsUpper(previous) && lower_next));
    const bool number = IsDigit(c) != IsDigit(previous) && (IsLetter(c) || IsLetter(previous));
    if (space ? previous != ' ' : (hump || number) && previous != ' ') spaced += ' ';
    if (!space) AppendUtf8(spaced, c);
    previous = space ? U' ' : c;
  }
  return CalmCapitals([&] {
    std::string upper;
    for (std::size_t position = 0; position < spaced.size();) {
      AppendUtf8(upper, ToUpper(NextCodePoint(spaced, position)));
    }
    return std::string(Trim(upper));
  }());
}

}  // namespace fullcast
