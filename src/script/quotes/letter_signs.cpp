#include "script/quotes/letter_signs.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/utf8.h"
#include "script/quotes/narration.h"

namespace fullcast {

namespace {

constexpr std::size_t kLongestSalutation = 60;
constexpr std::size_t kMostSalutationWords = 6;
constexpr std::size_t kMostSignatureWords = 8;
constexpr std::size_t kSignatureReach = 60;
constexpr std::size_t kCueWords = 4;

bool HasAny(const std::vector<std::string>& words, std::size_t begin, std::size_t end,
            const WordSet& set) {
  for (std::size_t i = begin; i < std::min(end, words.size()); ++i) {
    if (set.contains(words[i])) return true;
  }
  return false;
}

}  // namespace

LetterSigns::LetterSigns(const WordLists& lists, const WordLists& verbs)
    : nouns_(lists.Section("letter")),
      verbs_(lists.Section("letter-verb")),
      runs_(lists.Section("letter-runs")),
      salutations_(lists.Section("salutation")),
      signatures_(lists.Section("signature")),
      speech_verbs_(verbs.Section("speech")) {}

std::size_t LetterSigns::Salutation(std::string_view text) const {
  const std::string_view head = text.substr(0, kLongestSalutation);
  const std::size_t stop = head.find_first_of(",:;!-");
  if (stop == std::string_view::npos && text.size() > kLongestSalutation) return 0;
  const std::vector<std::string> words = WordsOf(head.substr(0, stop));
  if (words.empty() || words.size() > kMostSalutationWords) return 0;
  return HasAny(words, 0, 2, salutations_) ? std::min(stop, text.size()) : 0;
}

bool LetterSigns::IsSalutation(std::string_view text) const {
  const std::size_t length = Salutation(text);
  return length > 0 && length < text.size() && (text[length] == ',' || text[length] == ':') &&
         text.find_first_not_of(",:-_\"' ", length) == std::string_view::npos;
}

bool LetterSigns::IsSignature(std::string_view text) const {
  if (text.size() > 2 * kSignatureReach) return false;
  const std::vector<std::string> words = WordsOf(text);
  return words.size() <= kMostSignatureWords && HasAny(words, 0, words.size(), signatures_);
}

bool LetterSigns::EndsInSignature(std::string_view text) const {
  const std::string_view tail = text.substr(text.size() - std::min(text.size(), kSignatureReach));
  if (tail.size() < 3) return false;
  const std::size_t stop = tail.find_last_of(".!?-", tail.size() - 3);
  if (stop == std::string_view::npos) return false;
  const std::vector<std::string> words = WordsOf(tail.substr(stop));
  return words.size() <= kMostSignatureWords && HasAny(words, 0, 1, signatures_);
}

bool LetterSigns::Introduces(std::string_view sentence) const {
  const std::vector<std::string> words = WordsOf(sentence);
  const std::size_t near = words.size() - std::min(words.size(), kCueWords);
  for (std::size_t i = near; i < words.size(); ++i) {
    if (IsSpeechVerb(words[i], speech_verbs_)) return false;
  }
  if (HasAny(words, near, words.size(), verbs_)) return true;
  const bool leads = sentence.ends_with(':') || sentence.ends_with('-') || sentence.ends_with("—");
  return leads && Mentions(sentence);
}

bool LetterSigns::Mentions(std::string_view sentence) const {
  const std::vector<std::string> words = WordsOf(sentence);
  return HasAny(words, 0, words.size(), nouns_) || HasAny(words, 0, words.size(), verbs_);
}

bool LetterSigns::SpeaksOf(std::string_view sentence) const {
  return HasAny(WordsOf(sentence), 0, kCueWords, nouns_);
}

bool LetterSigns::TellsBehind(std::string_view sentence) const {
  const std::vector<std::string> words = WordsOf(sentence);
  return HasAny(words, 0, kCueWords - 1, verbs_) ||
         (HasAny(words, 0, kCueWords - 1, nouns_) && HasAny(words, 0, kCueWords, runs_));
}

bool LetterSigns::TellsOfSpeech(std::string_view between) const {
  const std::vector<std::string> words = WordsOf(between);
  const std::size_t near = std::min(words.size(), kCueWords);
  return std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(near),
                     [&](const std::string& word) { return IsSpeechVerb(word, speech_verbs_); });
}

}  // namespace fullcast
