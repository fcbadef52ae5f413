#include "speech/spoken_text.h"

#include <algorithm>

#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostLetters = 40;
constexpr std::size_t kMostDigits = 20;

bool IsAsciiLetter(char32_t c) { return c < 0x80 && IsLetter(c); }
bool IsAsciiDigit(char32_t c) { return c >= '0' && c <= '9'; }

// Rules are tried where a word begins and at whatever is no part of a word.
bool BeginsSomething(const TextView& text, std::size_t i) {
  if (text.At(i) == ' ') return false;
  return !IsWordPart(text.At(i)) || !IsWordPart(text.Before(i));
}

void AppendRewrite(const SpokenText& from, std::size_t at, const Rewrite& rewrite,
                   std::vector<std::string>& phonemes, SpokenText& to) {
  const Span origin{from[at].origin.begin, from[at + rewrite.length - 1].origin.end};
  if (rewrite.are_phonemes) {
    to.push_back({kFirstPhonemes + static_cast<char32_t>(phonemes.size()), origin});
    phonemes.push_back(rewrite.say);
    return;
  }
  for (std::size_t position = 0; position < rewrite.say.size();) {
    to.push_back({NextCodePoint(rewrite.say, position), origin});
  }
}

}  // namespace

std::string TextView::LettersAt(std::size_t i) const {
  std::string letters;
  while (letters.size() < kMostLetters && IsAsciiLetter(At(i))) {
    letters += static_cast<char>(At(i++));
  }
  return letters;
}

std::string TextView::LettersBefore(std::size_t end) const {
  std::size_t begin = end;
  while (begin > 0 && end - begin < kMostLetters && IsAsciiLetter(At(begin - 1))) --begin;
  std::string letters = LettersAt(begin);
  letters.resize(std::min(letters.size(), end - begin));
  return letters;
}

std::string TextView::DigitsAt(std::size_t i) const {
  std::string digits;
  while (digits.size() < kMostDigits && IsAsciiDigit(At(i))) digits += static_cast<char>(At(i++));
  return digits;
}

bool TextView::Has(std::size_t i, std::string_view text) const {
  for (std::size_t k = 0; k < text.size(); ++k) {
    if (At(i + k) != static_cast<unsigned char>(text[k])) return false;
  }
  return true;
}

std::size_t TextView::SkipSpaces(std::size_t i) const {
  while (At(i) == ' ') ++i;
  return i;
}

bool TextView::SentenceEndsBefore(std::size_t i) const {
  const std::size_t next = SkipSpaces(i);
  const char32_t c = At(next);
  if (c == 0) return true;
  if (next == i && (IsWordPart(c) || IsClauseMark(c))) return false;
  return IsUpper(c);
}

SpokenText ApplyRules(const SpokenText& text, const std::vector<ReadingRule>& rules,
                      std::vector<std::string>& phonemes) {
  std::u32string chars;
  chars.reserve(text.size());
  for (const SpokenChar& at : text) chars.push_back(at.c);
  const TextView view(chars);
  SpokenText said;
  said.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    std::optional<Rewrite> rewrite;
    if (BeginsSomething(view, i)) {
      for (auto rule = rules.begin(); !rewrite && rule != rules.end(); ++rule) {
        rewrite = (*rule)(view, i);
      }
    }
    if (rewrite) {
      AppendRewrite(text, i, *rewrite, phonemes, said);
      i += rewrite->length;
    } else {
      said.push_back(text[i++]);
    }
  }
  return said;
}

bool IsWordPart(char32_t c) {
  const bool combining = c >= 0x300 && c < 0x370;
  return combining || c >= kFirstPhonemes || IsLetter(c) || IsDigit(c);
}

bool IsClauseMark(char32_t c) {
  constexpr std::u32string_view kMarks = U".,:;!?…";
  return kMarks.find(c) != kMarks.npos;
}

}  // namespace fullcast
