#include "speech/prepare_text.h"

#include <algorithm>
#include <iterator>

#include "core/utf8.h"

namespace fullcast {
namespace {

struct Char {
  char32_t c = 0;
  std::size_t origin = 0;
};
using Chars = std::vector<Char>;

// Enough for "Nooooo" and for twenty digits in a row; more only makes minutes of sound.
constexpr std::size_t kLongestRun = 20;
constexpr std::size_t kLongestPunctuationRun = 3;
constexpr std::size_t kLongestWord = 60;

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
bool IsLongDash(char32_t c) { return IsOneOf(c, U"—―⸺⸻"); }
bool IsDash(char32_t c) { return c == '-' || c == U'–' || IsLongDash(c); }
bool IsClauseMark(char32_t c) { return IsOneOf(c, U".,;:!?…"); }
bool IsWordPart(char32_t c) {
  const bool combining = c >= 0x300 && c < 0x370;
  return IsLetter(c) || IsDigit(c) || combining;
}

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

Chars Simplify(std::string_view text) {
  Chars chars;
  chars.reserve(text.size());
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t origin = position;
    const char32_t c = Simplified(NextCodePoint(text, position));
    if (c != 0) chars.push_back({c, origin});
  }
  return chars;
}

// Leaves apostrophes inside words only. A quotation mark that parts two words leaves a space.
Chars DropQuotes(const Chars& chars) {
  Chars kept;
  kept.reserve(chars.size());
  for (std::size_t i = 0; i < chars.size(); ++i) {
    const Char& at = chars[i];
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

// Whether dashes with the spaces around them part words, rather than join them by a hyphen.
bool PartsWords(const Chars& chars, std::size_t begin, std::size_t end) {
  std::size_t dashes = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (IsLongDash(chars[i].c)) return true;
    if (IsDash(chars[i].c)) ++dashes;
  }
  const bool spaced = (begin == 0 || chars[begin].c == ' ') && chars[end - 1].c == ' ';
  return dashes >= 2 || (dashes == 1 && spaced);
}

// The mark that a parting dash becomes: none where another stands beside it.
void AppendPause(Chars& kept, const Chars& chars, std::size_t begin, std::size_t end) {
  const bool after_mark = kept.empty() || IsClauseMark(kept.back().c);
  const bool before_mark = end < chars.size() && IsClauseMark(chars[end].c);
  if (!after_mark && !before_mark) kept.push_back({',', chars[begin].origin});
  if (!before_mark) kept.push_back({' ', chars[end - 1].origin});
}

Chars DashesToPauses(const Chars& chars) {
  Chars kept;
  kept.reserve(chars.size());
  for (std::size_t i = 0; i < chars.size();) {
    std::size_t end = i;
    while (end < chars.size() && (IsDash(chars[end].c) || chars[end].c == ' ')) ++end;
    if (end > i && PartsWords(chars, i, end)) {
      AppendPause(kept, chars, i, end);
    } else {
      end = std::max(end, i + 1);
      kept.insert(kept.end(), chars.begin() + static_cast<std::ptrdiff_t>(i),
                  chars.begin() + static_cast<std::ptrdiff_t>(end));
    }
    i = end;
  }
  return kept;
}

std::size_t LongestRunOf(char32_t c) {
  if (c == ' ') return 1;
  return IsClauseMark(c) ? kLongestPunctuationRun : kLongestRun;
}

Chars ShortenRuns(const Chars& chars) {
  Chars kept;
  kept.reserve(chars.size());
  std::size_t run = 0;
  for (const Char& at : chars) {
    run = !kept.empty() && kept.back().c == at.c ? run + 1 : 1;
    const bool leading_space = kept.empty() && at.c == ' ';
    if (run <= LongestRunOf(at.c) && !leading_space) kept.push_back(at);
  }
  while (!kept.empty() && kept.back().c == ' ') kept.pop_back();
  return kept;
}

// Words beyond all measure overrun the engine's buffers: they are parted by spaces. Scripts that
// write no spaces are spoken character by character and do no harm.
Chars BreakLongWords(const Chars& chars) {
  Chars kept;
  kept.reserve(chars.size());
  std::size_t length = 0;
  for (const Char& at : chars) {
    const bool spaceless_script = at.c >= 0x2E80;
    length = at.c == ' ' || spaceless_script ? 0 : length + 1;
    if (length > kLongestWord) {
      kept.push_back({' ', at.origin});
      length = 1;
    }
    kept.push_back(at);
  }
  return kept;
}

}  // namespace

PreparedText PrepareText(std::string_view text) {
  const Chars chars = BreakLongWords(ShortenRuns(DashesToPauses(DropQuotes(Simplify(text)))));
  PreparedText prepared;
  prepared.text.reserve(text.size());
  prepared.origins.reserve(chars.size() + 1);
  for (const Char& at : chars) {
    AppendUtf8(prepared.text, at.c);
    prepared.origins.push_back(at.origin);
  }
  prepared.origins.push_back(text.size());
  return prepared;
}

}  // namespace fullcast
