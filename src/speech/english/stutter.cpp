// Stammered and drawn-out words.
#include <algorithm>
#include <string>

#include "core/utf8.h"
#include "speech/dashes.h"
#include "speech/english/reading.h"

namespace fullcast::english {

namespace {

constexpr std::size_t kLongestFragment = 3;

struct Sound {
  std::string_view fragment;
  std::string_view say;
};

// Fragments that are not simply their letters with a short vowel behind.
constexpr Sound kSounds[] = {{"a", "a"},    {"e", "e"},    {"i", "ih"},   {"o", "oh"},
                             {"u", "uh"},   {"c", "kuh"},  {"q", "kuh"},  {"x", "zuh"},
                             {"ph", "fuh"}, {"wh", "wuh"}, {"kn", "nuh"}, {"wr", "ruh"},
                             {"gn", "nuh"}};

bool IsVowel(char32_t c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool HasVowel(const std::string& letters) {
  return letters.find_first_of("aeiou") != std::string::npos;
}

// "wuh" of "w"; nothing for what is a word of its own, such as the "re" of "re-read".
std::string SayFragment(const std::string& fragment) {
  for (const Sound& sound : kSounds) {
    if (sound.fragment == fragment) return std::string(sound.say);
  }
  return HasVowel(fragment) ? std::string() : fragment + "uh";
}

// The run of dashes at a place; its length.
std::size_t DashesAt(const TextView& text, std::size_t at) {
  std::size_t end = at;
  while (end - at < 3 && IsHyphenOrDash(text.At(end))) ++end;
  return end - at;
}

bool IsPause(const TextView& text, std::size_t at, std::size_t dashes) {
  return dashes > 1 || IsLongDash(text.At(at));
}

// "Whir-r-r", "Ah-h": the word without what draws it out; "Ye-e-es", "Soo-oop": with its end.
std::optional<Rewrite> ReadDrawnOut(const TextView& text, std::size_t at,
                                    const std::string& letters) {
  const char32_t last = ToLower(static_cast<unsigned char>(letters.back()));
  std::size_t end = at + letters.size();
  while (text.At(end) == '-' && ToLower(text.At(end + 1)) == last &&
         !IsWordPart(text.At(end + 2))) {
    end += 2;
  }
  const bool drawn_out = end > at + letters.size();
  if (IsVowel(last) && text.At(end) == '-') {
    const std::string rest = text.LettersAt(end + 1);
    const std::size_t vowels =
        std::min(rest.find_first_not_of(static_cast<char>(last)), rest.size());
    // One hyphen alone joins words: "co-op", "three-eighths".
    const bool goes_on = vowels > 0 && (drawn_out || (vowels > 1 && letters.ends_with("oo")));
    if (goes_on) return Rewrite{end + 1 + rest.size() - at, letters + rest.substr(vowels)};
  }
  if (!drawn_out) return std::nullopt;
  return Rewrite{end - at, letters};
}

}  // namespace

std::optional<Rewrite> ReadStutter(const TextView& text, std::size_t at) {
  const std::string letters = text.LettersAt(at);
  if (letters.empty() || text.Before(at) == '\'') return std::nullopt;
  const std::size_t end = at + letters.size();
  const std::size_t dashes = DashesAt(text, end);
  if (dashes == 0) return std::nullopt;
  if (letters.size() > 1) {
    if (auto drawn_out = ReadDrawnOut(text, at, letters)) return drawn_out;
  }
  if (letters.size() > kLongestFragment) return std::nullopt;
  const std::string fragment = Lowercase(letters);
  const std::string next = Lowercase(text.LettersAt(end + dashes));
  if (!next.starts_with(fragment)) return std::nullopt;
  const bool pause = IsPause(text, end, dashes);
  if (next == fragment) {
    // "I-I", "no-no": the word itself, twice; "w-w-what": a fragment, if it goes on so.
    const bool goes_on = DashesAt(text, end + dashes + next.size()) > 0;
    if (!goes_on || HasVowel(fragment)) {
      if (letters != "I" || pause) return std::nullopt;
      return Rewrite{letters.size() + dashes, "I, "};
    }
  }
  const bool vowel = HasVowel(fragment);
  if (vowel && (fragment.size() > 1 || pause)) return std::nullopt;
  const std::string say = SayFragment(fragment);
  if (say.empty()) return std::nullopt;
  return Rewrite{letters.size() + dashes, say + (pause ? ", " : " ")};
}

}  // namespace fullcast::english
