#include "speech/simplify_text.h"

#include <algorithm>
#include <iterator>

#include "core/utf8.h"

namespace fullcast {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Controls of direction and joining, variation selectors, private use (eSpeak NG has meanings of
// its own there), tags.
constexpr Range kInvisible[] = {{0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x061C, 0x061C},
                                {0x180B, 0x180E}, {0x200B, 0x200F}, {0x202A, 0x202E},
                                {0x2060, 0x206F}, {0xE000, 0xF8FF}, {0xFE00, 0xFE0F},
                                {0xFEFF, 0xFEFF}, {0xFFF0, 0xFFFC}, {0xE0000, 0x10FFFF}};

bool IsInvisible(char32_t c) {
  return std::any_of(std::begin(kInvisible), std::end(kInvisible),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

bool IsOneOf(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

bool IsControl(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }
bool IsDoubleQuote(char32_t c) { return IsOneOf(c, U"\"“”„‟«»‹›〝〞〟「」『』＂"); }
bool IsApostrophe(char32_t c) { return IsOneOf(c, U"'’‘‚‛`´′ʼ＇"); }

// Decimal digits of a script are ten neighbours, from zero up (The Unicode Standard, 4.6).
char32_t AsciiDigit(char32_t digit) {
  char32_t first = digit;
  while (IsDigit(first - 1)) --first;
  return U'0' + (digit - first) % 10;
}

// What one character becomes, whatever stands around it; 0: nothing.
char32_t Simplified(char32_t c) {
  if (c == kReplacementCharacter || c == '#') return ' ';
  if (c == 0x200B) return 0;
  if (IsSpace(c) && !IsInvisible(c)) return ' ';
  if (IsControl(c) || IsInvisible(c) || c == '*' || c == '_') return 0;
  if (IsDoubleQuote(c)) return '"';
  if (IsApostrophe(c)) return '\'';
  if (IsDigit(c)) return AsciiDigit(c);
  if (c == U'‐' || c == U'‑') return '-';
  if (c == U'‒') return U'–';
  if (c == '[') return '(';
  if (c == ']') return ')';
  return c;
}

// Appends the characters of a text; those of a substitute all stand for the same bytes.
void AppendSimplified(std::string_view text, std::size_t begin, std::size_t end,
                      const Span* stands_for, SpokenText& to) {
  for (std::size_t position = begin; position < end;) {
    const std::size_t start = position;
    const char32_t written = NextCodePoint(text, position);
    // Behind a figure a prime is a unit, elsewhere somebody's apostrophe.
    const bool is_unit =
        (written == U'′' || written == U'″') && !to.empty() && IsDigit(to.back().c);
    const char32_t c = is_unit ? written : Simplified(written);
    if (c != 0) to.push_back({c, stands_for != nullptr ? *stands_for : Span{start, position}});
  }
}

}  // namespace

SimplifiedText SimplifyText(std::string_view text, const std::vector<SpokenAs>& spoken_as) {
  SimplifiedText simplified;
  simplified.text.reserve(text.size());
  std::size_t done = 0;
  for (const SpokenAs& as : spoken_as) {
    if (as.span.begin < done || as.span.end <= as.span.begin || as.span.end > text.size()) continue;
    AppendSimplified(text, done, as.span.begin, nullptr, simplified.text);
    const std::string& spoken = as.say_as.spoken;
    if (as.say_as.notation == Notation::kMnemonics) {
      simplified.text.push_back(
          {kFirstPhonemes + static_cast<char32_t>(simplified.phonemes.size()), as.span});
      simplified.phonemes.push_back(spoken);
    } else {
      AppendSimplified(spoken, 0, spoken.size(), &as.span, simplified.text);
    }
    done = as.span.end;
  }
  AppendSimplified(text, done, text.size(), nullptr, simplified.text);
  return simplified;
}

// Leaves apostrophes inside words only. A quotation mark that parts two words leaves a space.
SpokenText DropQuotes(const SpokenText& chars) {
  SpokenText kept;
  kept.reserve(chars.size());
  for (std::size_t i = 0; i < chars.size(); ++i) {
    const SpokenChar& at = chars[i];
    if (at.c != '"' && at.c != '\'') {
      kept.push_back(at);
      continue;
    }
    const bool inside_word =
        i > 0 && i + 1 < chars.size() && IsWordPart(chars[i - 1].c) && IsWordPart(chars[i + 1].c);
    if (at.c == '\'' && inside_word) {
      kept.push_back(at);
    } else if (at.c == '"' && i > 0 && i + 1 < chars.size() && IsWordPart(chars[i + 1].c)) {
      kept.push_back({' ', at.origin});
    }
  }
  return kept;
}

}  // namespace fullcast
