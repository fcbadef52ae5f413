#include "speech/unspeakable.h"

#include <algorithm>
#include <array>

#include "core/language.h"
#include "core/utf8.h"
#include "speech/plausible_length.h"

namespace fullcast {
namespace {

constexpr const char* kCode = "this is code, which no voice can read";
constexpr const char* kNoWord = "this is too long for a word";
constexpr const char* kUnknownScript = "this voice does not know the script";

bool IsAsciiUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsAsciiLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }
bool IsAsciiWord(char c) { return IsAsciiUpper(c) || IsAsciiLower(c) || IsAsciiDigit(c); }
bool IsCodeSign(char c) { return c == '+' || c == '/' || c == '=' || c == '_' || c == '-'; }

// A run of letters, digits and the signs of base64.
struct Token {
  std::size_t end = 0;
  std::size_t length = 0;  // letters and digits; one that is repeated counts kMostRepeats times
  std::size_t breaks = 0;  // from small to capital letter, between letter and digit
  std::size_t longest_word = 0;
};

Token TokenAt(std::string_view text, std::size_t begin) {
  constexpr std::size_t kMostRepeats = 20;  // as many as are spoken
  Token token;
  std::size_t repeats = 0;
  std::size_t word = 0;
  std::size_t at = begin;
  for (; at < text.size() && (IsAsciiWord(text[at]) || IsCodeSign(text[at])); ++at) {
    const char c = text[at];
    const char before = at > begin ? text[at - 1] : '-';
    repeats = c == before ? repeats + 1 : 0;
    if (!IsAsciiWord(c)) {
      word = 0;
      continue;
    }
    if (repeats >= kMostRepeats) continue;
    ++token.length;
    token.longest_word = std::max(token.longest_word, ++word);
    const bool capital = IsAsciiUpper(c) && IsAsciiLower(before);
    if (IsAsciiWord(before) && (capital || IsAsciiDigit(c) != IsAsciiDigit(before))) ++token.breaks;
  }
  token.end = at;
  return token;
}

// Of random base64 two characters in five are breaks, of hexadecimal nearly half; of names like
// "getElementById" fewer than one in four.
bool LooksLikeCode(const Token& token, std::size_t least_length) {
  constexpr std::size_t kCharactersPerBreak = 4;
  return token.length >= least_length && token.breaks * kCharactersPerBreak >= token.length;
}

void FindCode(std::string_view text, std::vector<Unspeakable>& found) {
  constexpr std::size_t kLeastCode = 40;
  constexpr std::size_t kLeastCodeBehindCode = 4;  // the last line of base64 is short
  constexpr std::size_t kLongestWord = 100;        // no language has one
  bool behind_code = false;
  for (std::size_t at = 0; at < text.size();) {
    const Token token = TokenAt(text, at);
    if (token.end == at) {
      behind_code = behind_code && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r');
      ++at;
      continue;
    }
    if (LooksLikeCode(token, behind_code ? kLeastCodeBehindCode : kLeastCode)) {
      if (behind_code) {
        found.back().span.end = token.end;
      } else {
        found.push_back({{at, token.end}, kCode});
      }
      behind_code = true;
    } else {
      behind_code = false;
      if (token.longest_word > kLongestWord) found.push_back({{at, token.end}, kNoWord});
    }
    at = token.end;
  }
}

struct Script {
  char32_t first = 0;
  char32_t last = 0;
  std::array<std::string_view, 5> languages;  // whose voices read it
};

// Those of which the engine says "Chinese letter", or a number, for each character. In the astral
// planes only digits and letters of mathematics have names.
constexpr Script kScripts[] = {
    {0x3040, 0x30FF, {"ja"}},                               // kana
    {0x3400, 0x9FFF, {"cmn", "zh", "yue", "hak", "ja"}},    // Han
    {0xF900, 0xFAFF, {"cmn", "zh", "yue", "hak", "ja"}},    // ... for compatibility
    {0x10000, 0x1CFFF, {}},                                 // ancient scripts
    {0x20000, 0x3FFFF, {"cmn", "zh", "yue", "hak", "ja"}},  // rare Han
};

enum class Kind { kWord, kBlank, kSign, kStrange };

Kind KindOf(char32_t c, std::string_view character, std::string_view language) {
  if (IsSpace(c)) return Kind::kBlank;
  for (const Script& script : kScripts) {
    if (c < script.first || c > script.last) continue;
    const auto& languages = script.languages;
    const bool known = std::find(languages.begin(), languages.end(), language) != languages.end();
    return known ? Kind::kWord : Kind::kStrange;
  }
  if (IsLetter(c) || IsDigit(c)) return Kind::kWord;
  return HasAnythingToSpeak(character) ? Kind::kSign : Kind::kBlank;
}

// Stretches of one kind, between which only blanks and punctuation stand.
void FindStretches(std::string_view text, std::string_view language,
                   std::vector<Unspeakable>& found) {
  constexpr std::size_t kLeastSigns = 20;
  constexpr std::size_t kLeastStrange = 12;
  Kind kind = Kind::kWord;
  std::size_t count = 0;
  Span span;
  const auto close = [&] {
    if (kind == Kind::kSign && count >= kLeastSigns) found.push_back({span, ""});
    if (kind == Kind::kStrange && count >= kLeastStrange) found.push_back({span, kUnknownScript});
    count = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(text, at);
    const Kind is = KindOf(c, text.substr(begin, at - begin), language);
    if (is == Kind::kBlank) continue;
    if (is != kind) {
      close();
      kind = is;
    }
    if (count++ == 0) span.begin = begin;
    span.end = at;
  }
  close();
}

}  // namespace

std::vector<Unspeakable> FindUnspeakable(std::string_view text, std::string_view language) {
  std::vector<Unspeakable> found;
  FindCode(text, found);
  FindStretches(text, PrimaryLanguage(language), found);
  std::sort(found.begin(), found.end(),
            [](const Unspeakable& a, const Unspeakable& b) { return a.span.begin < b.span.begin; });
  // The "====" at the end of code is no pattern of its own.
  std::size_t end = 0;
  std::erase_if(found, [&](const Unspeakable& each) {
    if (each.span.begin < end) return true;
    end = each.span.end;
    return false;
  });
  return found;
}

}  // namespace fullcast
