#include "script/quotes/dash_dialogue.h"

#include <algorithm>
#include <string>

#include "core/utf8.h"
#include "script/quotes/narration.h"
#include "script/quotes/quote_characters.h"

namespace fullcast {

namespace {

// Bytes within which a cue shows itself: "the old man said".
constexpr std::size_t kCueReach = 60;
constexpr std::size_t kCueWords = 3;
// "dit-il," and "said the old man,": speech goes on behind a comma that is so near.
constexpr std::size_t kMostCueWords = 5;

char32_t CharacterAt(std::string_view text, std::size_t position) {
  return position < text.size() ? NextCodePoint(text, position) : U'\0';
}

bool BeginsWithUpper(std::string_view word) {
  return !word.empty() && IsUpper(CharacterAt(word, 0));
}

// The first words with their capitals.
std::vector<std::string_view> FirstWords(std::string_view text, std::size_t most) {
  std::vector<std::string_view> words;
  for (std::size_t position = 0; words.size() < most && position < text.size();) {
    const std::string_view word = WordAt(text, position);
    if (word.empty()) {
      if (!IsSpace(NextCodePoint(text, position)) && text[position - 1] != '.') break;
    } else {
      words.push_back(word);
      position += word.size();
    }
  }
  return words;
}

}  // namespace

DashDialogue::DashDialogue(const WordLists& lists, const WordLists& verbs)
    : speech_verbs_(verbs.Section("speech")),
      pronouns_(lists.Section("subject-pronoun")),
      attached_(lists.Section("attached-pronoun")),
      goes_on_(lists.Section("narration-goes-on")),
      narrates_inside_marks_(!lists.Section("narration-inside-marks").empty()) {}

// "said", "dit-il", "demanda-t-il"
bool DashDialogue::IsSpeechVerb(std::string_view word) const {
  if (speech_verbs_.contains(word)) return true;
  const std::size_t first = word.find('-');
  if (first == std::string_view::npos) return false;
  return attached_.contains(word.substr(word.rfind('-') + 1)) &&
         speech_verbs_.contains(word.substr(0, first));
}

// "said Stephen", "Stephen said", "he said quietly", "the old man said"
bool DashDialogue::IsCueAt(std::string_view text) const {
  const std::vector<std::string_view> words = FirstWords(text.substr(0, kCueReach), kCueWords);
  if (words.empty()) return false;
  const std::string first = Lowercase(words[0]);
  if (IsSpeechVerb(first)) {
    const bool inverted =
        words.size() < 2 || BeginsWithUpper(words[1]) || pronouns_.contains(Lowercase(words[1]));
    return !BeginsWithUpper(words[0]) && (inverted || first.find('-') != std::string::npos);
  }
  const bool subject = BeginsWithUpper(words[0]) || pronouns_.contains(first);
  return subject && std::any_of(words.begin() + 1, words.end(), [&](std::string_view word) {
           return IsSpeechVerb(Lowercase(word));
         });
}

// Reads one turn from left to right, switching between speech and narration.
class TurnReader {
 public:
  TurnReader(const DashDialogue& language, std::string_view text, std::size_t begin,
             std::size_t end)
      : language_(language), text_(text.substr(0, end)), start_(begin) {
    position_ = begin + LeadingDash(text_.substr(begin));
  }

  std::vector<Span> Read() {
    while (position_ < text_.size()) {
      const std::size_t here = position_;
      const char32_t c = NextCodePoint(text_, position_);
      if (c == '-' && CharacterAt(text_, position_) == '-') {
        ++position_;
        AtDash(here);
      } else if (IsDash(c)) {
        AtDash(here);
      } else if (c == ',' || IsSentenceEnd(c)) {
        AtPunctuation(c);
      }
    }
    if (speaking_) EndSpeech(text_.size());
    return std::move(spoken_);
  }

 private:
  enum class Opened { kByDash, kByCue };

  void AtDash(std::size_t dash);
  void AtPunctuation(char32_t c);
  [[nodiscard]] bool OpensNarration(std::size_t dash, std::size_t next, bool attached) const;
  void EndSpeech(std::size_t end);
  void BeginNarration(std::size_t begin, Opened how);
  void BeginSpeech(std::size_t from);
  [[nodiscard]] char32_t Before(std::size_t position) const;

  const DashDialogue& language_;
  std::string_view text_;
  std::size_t position_ = 0;
  std::size_t start_ = 0;  // of the speech or narration that goes on
  bool speaking_ = true;
  Opened opened_ = Opened::kByDash;
  std::vector<Span> spoken_;
};

// The last character before a position that is no white space.
char32_t TurnReader::Before(std::size_t position) const {
  while (position > start_) {
    const char32_t c = PreviousCodePoint(text_, position);
    if (!IsSpace(c)) return c;
  }
  return U'\0';
}

bool TurnReader::OpensNarration(std::size_t dash, std::size_t next, bool attached) const {
  const char32_t first = CharacterAt(text_, next);
  if (!IsLetter(first)) return false;
  const std::string_view words = text_.substr(next);
  const std::vector<std::string> near = WordsOf(words.substr(0, kCueReach));
  const bool cue = std::any_of(
      near.begin(), near.begin() + static_cast<std::ptrdiff_t>(std::min(near.size(), kCueWords)),
      [&](const std::string& word) { return language_.IsSpeechVerb(word); });
  if (cue) return true;
  const char32_t before = Before(dash);
  return IsSentenceEnd(before) ? attached || IsLower(first) : before == ',' && IsLower(first);
}

void TurnReader::AtDash(std::size_t dash) {
  const bool space_before = SideBefore(text_, dash) == Side::kSpace;
  const Side after = SideAfter(text_, position_);
  const std::size_t next = SkipSpace(text_, position_);
  if (speaking_) {
    const bool apart = space_before || IsSentenceEnd(Before(dash)) || Before(dash) == ',';
    if (apart && OpensNarration(dash, next, after != Side::kSpace)) {
      BeginNarration(dash, Opened::kByDash);
    }
    return;
  }
  const char32_t before = Before(dash);
  const bool behind_stop = before == ',' || before == ':' || before == ';' || IsSentenceEnd(before);
  const bool closes = !space_before && (after == Side::kPause || after == Side::kSpace);
  if (opened_ == Opened::kByDash ? closes || behind_stop || after == Side::kSpace : behind_stop) {
    BeginSpeech(position_);
  }
}

void TurnReader::AtPunctuation(char32_t c) {
  const std::size_t next = SkipSpace(text_, position_);
  if (next == position_ || next >= text_.size()) return;
  if (speaking_) {
    if (c != '.' && language_.IsCueAt(text_.substr(next))) BeginNarration(next, Opened::kByCue);
    return;
  }
  if (opened_ == Opened::kByDash) return;
  const std::string first = Lowercase(WordAt(text_, next));
  if (first.empty() || language_.goes_on_.contains(first)) return;
  if (c != ',') {
    if (!language_.pronouns_.contains(first)) BeginSpeech(next);
    return;
  }
  const std::string_view narration = text_.substr(start_, position_ - start_);
  if (narration.size() <= kCueReach && WordsOf(narration).size() <= kMostCueWords &&
      !first.ends_with("ing")) {
    BeginSpeech(next);
  }
}

void TurnReader::EndSpeech(std::size_t end) {
  while (end > start_) {
    std::size_t previous = end;
    if (!IsSpace(PreviousCodePoint(text_, previous))) break;
    end = previous;
  }
  if (end > start_) spoken_.push_back({start_, end});
}

void TurnReader::BeginNarration(std::size_t begin, Opened how) {
  EndSpeech(begin);
  speaking_ = false;
  start_ = begin;
  opened_ = how;
}

// Punctuation behind the dash belongs to the narration.
void TurnReader::BeginSpeech(std::size_t from) {
  while (from < text_.size()) {
    std::size_t next = from;
    const char32_t c = NextCodePoint(text_, next);
    if (IsLetter(c) || IsDigit(c) || c == U'¿' || c == U'¡' || IsAnyMark(c)) break;
    from = next;
  }
  position_ = from;
  if (from >= text_.size()) return;
  speaking_ = true;
  start_ = from;
}

std::vector<Span> DashDialogue::SpokenIn(std::string_view text, std::size_t begin,
                                         std::size_t end) const {
  return TurnReader(*this, text, begin, end).Read();
}

}  // namespace fullcast
