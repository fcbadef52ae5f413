#include "speech/prepare_text.h"

#include "core/language.h"
#include "core/utf8.h"
#include "speech/dashes.h"
#include "speech/english/reading.h"
#include "speech/simplify_text.h"
#include "speech/spoken_text.h"

namespace fullcast {
namespace {

// Enough for "Nooooo" and for twenty digits in a row; more only makes minutes of sound.
constexpr std::size_t kLongestRun = 20;
constexpr std::size_t kLongestPunctuationRun = 3;
constexpr std::size_t kLongestWord = 60;

std::size_t LongestRunOf(char32_t c) {
  if (c == ' ') return 1;
  return IsClauseMark(c) ? kLongestPunctuationRun : kLongestRun;
}

SpokenText ShortenRuns(const SpokenText& chars) {
  SpokenText kept;
  kept.reserve(chars.size());
  std::size_t run = 0;
  for (const SpokenChar& at : chars) {
    run = !kept.empty() && kept.back().c == at.c ? run + 1 : 1;
    const bool leading_space = kept.empty() && at.c == ' ';
    if (run <= LongestRunOf(at.c) && !leading_space) kept.push_back(at);
  }
  while (!kept.empty() && kept.back().c == ' ') kept.pop_back();
  return kept;
}

// Words beyond all measure overrun the engine's buffers: they are parted by spaces. Scripts that
// write no spaces are spoken character by character and do no harm.
SpokenText BreakLongWords(const SpokenText& chars) {
  SpokenText kept;
  kept.reserve(chars.size());
  std::size_t length = 0;
  for (const SpokenChar& at : chars) {
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

// Phonemes are words of their own, whatever they touch.
void AppendPhonemes(const std::string& mnemonics, const Span& origin, PreparedText& to) {
  std::string text = to.text.empty() || to.text.ends_with(' ') ? "[[" : " [[";
  text += mnemonics + "]]";
  to.origins.insert(to.origins.end(), text.size(), origin);
  to.text += text;
  to.has_phonemes = true;
}

PreparedText Write(const SpokenText& chars, const std::vector<std::string>& phonemes) {
  PreparedText prepared;
  prepared.text.reserve(chars.size());
  prepared.origins.reserve(chars.size());
  bool after_phonemes = false;
  for (const SpokenChar& at : chars) {
    const bool are_phonemes = at.c >= kFirstPhonemes;
    if (are_phonemes) {
      AppendPhonemes(phonemes[at.c - kFirstPhonemes], at.origin, prepared);
    } else {
      if (after_phonemes && (IsWordPart(at.c) || at.c == '-')) {
        prepared.text += ' ';
        prepared.origins.push_back(at.origin);
      }
      AppendUtf8(prepared.text, at.c);
      prepared.origins.push_back(at.origin);
    }
    after_phonemes = are_phonemes;
  }
  return prepared;
}

}  // namespace

PreparedText PrepareText(std::string_view text, const std::vector<SpokenAs>& spoken_as,
                         std::string_view language) {
  const SimplifiedText simplified = SimplifyText(text, spoken_as);
  SpokenText chars = ShortenRuns(DropQuotes(simplified.text));
  if (PrimaryLanguage(language) == "en") chars = ReadEnglish(chars);
  chars = BreakLongWords(ShortenRuns(DashesToPauses(chars)));
  return Write(chars, simplified.phonemes);
}

}  // namespace fullcast
