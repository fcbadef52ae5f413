#include "speech/prepare_text.h"

#include <utility>

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

// Writes the prepared text, character by character.
class Writer {
 public:
  Writer(const std::vector<std::string>& phonemes, const StressedWords& stressed)
      : phonemes_(phonemes), stressed_(stressed) {}

  void Put(const SpokenChar& at) {
    const bool are_phonemes = at.c >= kFirstPhonemes;
    // Phonemes are words of their own, whatever they touch.
    if (are_phonemes || (after_phonemes_ && (IsWordPart(at.c) || at.c == '-')))
      PartWords(at.origin);
    if (IsWordPart(at.c) && BeginsWord()) SetStress(at.origin);
    if (are_phonemes) {
      Append("[[" + phonemes_[at.c - kFirstPhonemes] + "]]", at.origin);
      prepared_.has_phonemes = true;
    } else {
      AppendUtf8(prepared_.text, at.c);
      prepared_.origins.push_back(at.origin);
    }
    after_phonemes_ = are_phonemes;
  }

  PreparedText Take() { return std::move(prepared_); }

 private:
  [[nodiscard]] bool BeginsWord() const {
    return prepared_.text.empty() || prepared_.text.ends_with(' ');
  }

  void PartWords(const Span& origin) {
    if (!BeginsWord()) Append(" ", origin);
  }

  // Ahead of a word; the engine takes commands only there.
  void SetStress(const Span& origin) {
    const auto& spans = stressed_.spans;
    while (next_span_ < spans.size() && spans[next_span_].end <= origin.begin) ++next_span_;
    const bool stressed = next_span_ < spans.size() && spans[next_span_].begin <= origin.begin;
    if (stressed == is_stressed_) return;
    is_stressed_ = stressed;
    Append(stressed ? stressed_.begin : stressed_.end, origin);
  }

  void Append(const std::string& ascii, const Span& origin) {
    prepared_.origins.insert(prepared_.origins.end(), ascii.size(), origin);
    prepared_.text += ascii;
  }

  const std::vector<std::string>& phonemes_;
  const StressedWords& stressed_;
  PreparedText prepared_;
  std::size_t next_span_ = 0;
  bool is_stressed_ = false;
  bool after_phonemes_ = false;
};

}  // namespace

PreparedText PrepareText(std::string_view text, const std::vector<SpokenAs>& spoken_as,
                         std::string_view language, const StressedWords& stressed) {
  SimplifiedText simplified = SimplifyText(text, spoken_as);
  SpokenText chars = ShortenRuns(DropQuotes(simplified.text));
  if (PrimaryLanguage(language) == "en") chars = ReadEnglish(chars, simplified.phonemes);
  chars = BreakLongWords(ShortenRuns(DashesToPauses(chars)));
  Writer writer(simplified.phonemes, stressed);
  for (const SpokenChar& at : chars) writer.Put(at);
  return writer.Take();
}

}  // namespace fullcast
