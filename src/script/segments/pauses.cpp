#include "script/segments/pauses.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "core/utf8.h"
#include "script/quotes/narration.h"
#include "script/quotes/quote_characters.h"
#include "script/segments/split_text.h"

namespace fullcast {

namespace {

constexpr std::size_t kCueWords = 3;
constexpr std::size_t kCueBytes = 60;

bool EndsInFullStop(std::string_view text) {
  const std::size_t stop = text.find_last_of(".!?");
  return stop != std::string_view::npos && text[stop] == '.';
}

// Whether a segment goes on with the sentence of the one before: "'What?' said he." Behind an
// exclamation or a question even with a capital: "'What?' John said."
bool GoesOn(const Segment& segment, const Segment& next, const WordSet& speech_verbs) {
  const std::string_view text = next.text;
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t begin = position;
    const char32_t c = NextCodePoint(text, position);
    if (IsLower(c)) return true;
    if (!IsLetter(c) && !IsDigit(c)) continue;
    if (next.speaker != kNarrator || EndsInFullStop(segment.text)) return false;
    const std::vector<std::string> words = WordsOf(text.substr(begin, kCueBytes));
    return std::any_of(
        words.begin(),
        words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), kCueWords)),
        [&](const std::string& word) { return speech_verbs.contains(word); });
  }
  return false;
}

// How words end that are not brought to their end: at a dash or at dots, whatever marks follow.
std::optional<Pause> BreakOff(std::string_view text) {
  constexpr std::string_view kDots = "..";  // before the last one
  std::size_t position = text.size();
  while (position > 0) {
    const char32_t c = PreviousCodePoint(text, position);
    if (IsDash(c) || (c == U'-' && text.substr(0, position).ends_with('-'))) return Pause::kDash;
    if (c == U'…' || (c == U'.' && text.substr(0, position).ends_with(kDots))) {
      return Pause::kEllipsis;
    }
    if (!IsAnyMark(c) && !IsSpace(c)) break;
  }
  return std::nullopt;
}

Pause WithinBlock(const Segment& segment, const Segment& next, const WordSet& speech_verbs) {
  if (const auto pause = BreakOff(segment.text)) return *pause;
  const bool same_voice = segment.speaker == next.speaker;
  switch (EndingOf(segment.text)) {
    case Ending::kSentence:
      return !same_voice && GoesOn(segment, next, speech_verbs) ? Pause::kClause : Pause::kSentence;
    case Ending::kClause:
      return Pause::kClause;
    default:
      return same_voice ? Pause::kNone : Pause::kClause;
  }
}

Pause AfterLine(const Segment& segment) {
  return EndingOf(segment.text) == Ending::kSentence ? Pause::kSentence : Pause::kClause;
}

// Who speaks last in the paragraph that ends with a segment, and first in the one that begins with
// it; the narrator where nobody else does.
std::string_view LastSpeaker(const std::vector<Segment*>& read, const std::vector<Boundary>& ends,
                             std::size_t end) {
  std::size_t i = end;
  while (read[i]->speaker == kNarrator && i > 0 && ends[i - 1] == Boundary::kPiece) --i;
  return read[i]->speaker;
}

std::string_view FirstSpeaker(const std::vector<Segment*>& read, const std::vector<Boundary>& ends,
                              std::size_t begin) {
  std::size_t i = begin;
  while (read[i]->speaker == kNarrator && i + 1 < read.size() && ends[i] == Boundary::kPiece) ++i;
  return read[i]->speaker;
}

Pause BetweenParagraphs(const std::vector<Segment*>& read, const std::vector<Boundary>& ends,
                        std::size_t end) {
  const std::string_view last = LastSpeaker(read, ends, end);
  const std::string_view first = FirstSpeaker(read, ends, end + 1);
  const bool both_speak = last != kNarrator && first != kNarrator;
  // Somebody is interrupted.
  if (both_speak && last != first && BreakOff(read[end]->text) == Pause::kDash) return Pause::kDash;
  const bool changes = both_speak ? last != first : read[end]->speaker != read[end + 1]->speaker;
  return changes ? Pause::kSpeaker : Pause::kParagraph;
}

}  // namespace

void SetPauses(std::vector<Segment>& segments, const std::vector<Boundary>& boundaries,
               const WordSet& speech_verbs) {
  std::vector<Segment*> read;
  std::vector<Boundary> ends;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (!segments[i].skip.empty()) continue;
    read.push_back(&segments[i]);
    ends.push_back(boundaries[i]);
  }
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (i + 1 == read.size()) {
      read[i]->pause = Pause::kChapter;
      break;
    }
    switch (ends[i]) {
      case Boundary::kPiece:
        read[i]->pause = WithinBlock(*read[i], *read[i + 1], speech_verbs);
        break;
      case Boundary::kLine:
        read[i]->pause = AfterLine(*read[i]);
        break;
      case Boundary::kHeading:
        read[i]->pause = Pause::kHeading;
        break;
      case Boundary::kScene:
        read[i]->pause = Pause::kScene;
        break;
      case Boundary::kParagraph:
        read[i]->pause = BetweenParagraphs(read, ends, i);
        break;
    }
  }
}

}  // namespace fullcast
