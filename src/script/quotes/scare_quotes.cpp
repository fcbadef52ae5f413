#include "script/quotes/scare_quotes.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/utf8.h"
#include "script/quotes/narration.h"
#include "script/quotes/quote_characters.h"

namespace fullcast {

namespace {

// A longer phrase is somebody's, however it is introduced.
constexpr std::size_t kMostTitleWords = 6;
constexpr std::size_t kMostAsideWords = 3;
// ", " or ", and " between two phrases of one list.
constexpr std::size_t kLongestConjunction = 6;
constexpr int kCueWords = 3;
constexpr std::size_t kIntroductionWords = 4;
constexpr std::size_t kReportedWords = 4;

// What is between the marks.
struct Inside {
  std::size_t words = 0;
  std::size_t capitals = 0;
  std::string_view first_word;
  bool lower_first = false;
  bool exclaims = false;  // ! or ? anywhere
  bool ends_sentence = false;
};

Inside LookInside(std::string_view inner) {
  Inside inside;
  bool in_word = false;
  bool first = true;
  for (std::size_t position = 0; position < inner.size();) {
    const std::size_t begin = position;
    const char32_t c = NextCodePoint(inner, position);
    const bool letter = IsLetter(c) || IsDigit(c) || (in_word && (c == '\'' || c == U'’'));
    if (letter && !in_word) {
      ++inside.words;
      if (IsUpper(c) || IsDigit(c)) ++inside.capitals;
      if (first) {
        inside.lower_first = IsLower(c);
        inside.first_word = WordAt(inner, begin);
      }
      first = false;
    }
    in_word = letter;
    inside.exclaims = inside.exclaims || c == '!' || c == '?';
    if (!IsSpace(c)) inside.ends_sentence = IsSentenceEnd(c);
  }
  return inside;
}

std::size_t BackOverSpace(std::string_view text, std::size_t position) {
  while (position > 0) {
    std::size_t previous = position;
    if (!IsSpace(PreviousCodePoint(text, previous))) break;
    position = previous;
  }
  return position;
}

std::string_view WithoutMarks(std::string_view text) {
  std::size_t begin = 0;
  if (!text.empty()) NextCodePoint(text, begin);
  std::size_t end = text.size();
  if (end > begin) PreviousCodePoint(text, end);
  return text.substr(begin, std::max(end, begin) - begin);
}

}  // namespace

ScareQuotes::ScareQuotes(const WordLists& lists, const WordLists& verbs)
    : speech_verbs_(verbs.Section("speech")),
      speech_nouns_(lists.Section("speech-noun")),
      reporting_(lists.Section("reporting")),
      answers_(lists.Section("answer")),
      before_phrase_(lists.Section("before-phrase")) {}

// "he said to her", "a cry of"; but not "he told them of the".
bool ScareQuotes::IntroducesSpeech(std::string_view clause) const {
  const std::vector<std::string> words = WordsOf(clause);
  const bool of_a_phrase = !words.empty() && before_phrase_.contains(words.back());
  const std::size_t reach = std::min(words.size(), of_a_phrase ? 2 : kIntroductionWords);
  return std::any_of(
      words.end() - static_cast<std::ptrdiff_t>(reach), words.end(), [&](const std::string& word) {
        return speech_nouns_.contains(word) || (!of_a_phrase && IsSpeechVerb(word, speech_verbs_));
      });
}

// "he said" or "said he" follow.
bool ScareQuotes::IsFollowedByCue(std::string_view text, std::size_t end) const {
  for (int i = 0; i < kCueWords; ++i) {
    end = SkipSpace(text, end);
    const std::string_view word = WordAt(text, end);
    if (word.empty()) return false;
    if (IsSpeechVerb(Lowercase(word), speech_verbs_)) return true;
    end += word.size();
  }
  return false;
}

std::optional<QuoteKind> ScareQuotes::Judge(const MarkedPhrase& phrase, std::size_t after_scare_at,
                                            bool speech_is_open) const {
  const std::string_view text = phrase.text;
  const Inside inside =
      LookInside(WithoutMarks(text.substr(phrase.begin, phrase.end - phrase.begin)));
  if (inside.exclaims || speech_is_open) return std::nullopt;
  const QuoteKind kind = 2 * inside.capitals > inside.words ? QuoteKind::kTitle : QuoteKind::kScare;
  if (after_scare_at > 0 && phrase.begin - after_scare_at <= kLongestConjunction &&
      inside.words <= kMostTitleWords) {
    return kind;
  }
  const std::size_t before = BackOverSpace(text, phrase.begin);
  if (before == 0 || IsFollowedByCue(text, phrase.end)) return std::nullopt;
  if (SideBefore(text, before) == Side::kLetter) {  // in the middle of a clause
    const std::string word = Lowercase(WordBefore(text, before));
    if (IntroducesSpeech(LastSentence(text.substr(0, before)))) return std::nullopt;
    if (inside.words >= kReportedWords && reporting_.contains(word)) return std::nullopt;
    if (inside.lower_first) return kind;
    if (answers_.contains(Lowercase(inside.first_word))) return std::nullopt;
    const bool introduced = before_phrase_.contains(word) || !inside.ends_sentence;
    if (introduced && inside.words <= kMostTitleWords) return kind;
    return std::nullopt;
  }
  const std::size_t next = SkipSpace(text, phrase.end);
  std::size_t behind = next;
  const bool goes_on = next < text.size() && IsLower(NextCodePoint(text, behind));
  if (text[before - 1] == ',' && inside.lower_first && inside.words <= kMostAsideWords && goes_on) {
    return kind;
  }
  return std::nullopt;
}

}  // namespace fullcast
