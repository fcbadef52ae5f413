#include "script/quotes/quotation.h"

#include <algorithm>
#include <utility>

#include "core/interrupt.h"
#include "core/utf8.h"
#include "script/language/word_lists.h"
#include "script/quotes/dash_dialogue.h"
#include "script/quotes/letters.h"
#include "script/quotes/narration.h"
#include "script/quotes/quote_characters.h"
#include "script/quotes/quote_pairing.h"
#include "script/quotes/scare_quotes.h"
#include "script/quotes/thoughts.h"
#include "script/size_limits.h"

namespace fullcast {

namespace {

// Narration of at most this many bytes interrupts a quotation, a longer one ends it.
constexpr std::size_t kLongestInterruption = 150;
constexpr int kMostSentencesBetween = 2;
constexpr std::size_t kCueWords = 3;

class Finder {
 public:
  Finder(const Book& book, const WordLists& lists, const WordLists& verbs)
      : book_(book),
        scare_quotes_(lists, verbs),
        dash_dialogue_(lists, verbs),
        speech_verbs_(verbs.Section("speech")) {
    words_.elisions = lists.Section("elision");
    words_.dropped_ends = lists.Section("dropped-end");
    style_ = VoteQuoteStyle(book, words_.elisions);
  }

  std::vector<Quotation> Find() {
    for (chapter_ = 0; chapter_ < book_.chapters.size(); ++chapter_) {
      const auto& blocks = book_.chapters[chapter_].blocks;
      for (std::size_t block = 0; block < blocks.size(); ++block) {
        ThrowIfInterrupted();
        if (HoldsQuotations(blocks[block])) {
          Mark(block);
        } else if (blocks[block].kind == BlockKind::kHeading ||
                   blocks[block].kind == BlockKind::kSceneBreak) {
          Flush();
        }
      }
      Flush();
    }
    return std::move(quotations_);
  }

 private:
  void Mark(std::size_t block);
  void Flush();
  void Add(const PairedSpan& span);
  void AddTurn(std::size_t block);
  [[nodiscard]] std::size_t BeginOf(const PairedSpan& span, std::string_view text) const;
  [[nodiscard]] QuoteKind KindOf(const Block& block, const QuoteSpan& place) const;
  [[nodiscard]] bool Interrupts(std::string_view narration) const;
  [[nodiscard]] bool HaveCuesOfTheirOwn(std::string_view between, std::string_view behind) const;
  [[nodiscard]] bool BeginsWithCue(std::string_view narration) const;
  [[nodiscard]] bool Joins(const QuoteSpan& place, QuoteKind kind, bool continues) const;

  const Book& book_;
  ScareQuotes scare_quotes_;
  DashDialogue dash_dialogue_;
  const WordSet& speech_verbs_;
  ApostropheWords words_;
  QuoteStyle style_;
  std::size_t chapter_ = 0;
  std::vector<MarkedBlock> marked_;  // since the last break
  std::vector<std::size_t> sizes_;
  std::vector<Quotation> quotations_;
  std::size_t quote_marks_ = 0;  // of the book so far
};

bool EndsSentence(std::string_view words) {
  if (words.empty()) return true;
  std::size_t position = words.size();
  return IsSentenceEnd(PreviousCodePoint(words, position));
}

void Finder::Mark(std::size_t block) {
  const Block& holder = book_.chapters[chapter_].blocks[block];
  MarkedBlock marked;
  marked.block = block;
  marked.set_off = holder.kind == BlockKind::kVerse || holder.kind == BlockKind::kQuote;
  marked.turn = style_.dashes && IsDialogueTurn(holder);
  if (!marked.turn) marked.marks = FindMarks(holder.text, style_, words_);
  quote_marks_ += marked.marks.size();
  CheckSize(quote_marks_, kMostQuoteMarks, "quotation marks", book_, holder, holder.text.size());
  marked_.push_back(std::move(marked));
  sizes_.push_back(holder.text.size());
}

void Finder::Flush() {
  const std::vector<PairedSpan> spans = PairMarks(marked_, sizes_);
  auto span = spans.begin();
  for (std::size_t i = 0; i < marked_.size(); ++i) {
    if (marked_[i].turn) AddTurn(marked_[i].block);
    for (; span != spans.end() && span->block == i; ++span) Add(*span);
    const Block& block = book_.chapters[chapter_].blocks[marked_[i].block];
    CheckSize(quotations_.size(), kMostQuotations, "quotations", book_, block, block.text.size());
  }
  marked_.clear();
  sizes_.clear();
}

void Finder::AddTurn(std::size_t block) {
  const std::string_view text = book_.chapters[chapter_].blocks[block].text;
  Quotation turn;
  for (const Span& spoken : dash_dialogue_.SpokenIn(text, 0, text.size())) {
    turn.spans.push_back({chapter_, block, spoken.begin, spoken.end});
  }
  if (!turn.spans.empty()) quotations_.push_back(std::move(turn));
}

// Whether this narration interrupts a speaker: it is short, and no new sentence in it leads to
// other words ("'Yes,' said Tom. Ann cried, 'No!'").
bool Finder::Interrupts(std::string_view narration) const {
  const std::string_view between = Trim(narration);
  if (WordsOf(between.substr(0, kLongestInterruption)).empty()) return false;
  if (between.size() > kLongestInterruption) return false;
  const auto ends = std::count_if(between.begin(), between.end(),
                                  [](char c) { return c == '.' || c == '!' || c == '?'; });
  if (ends > kMostSentencesBetween) return false;
  const std::string_view last = LastSentence(between);
  if (last.size() + 1 >= between.size()) return true;
  const std::vector<std::string> words = WordsOf(last);
  const std::size_t near = std::min(words.size(), kCueWords);
  const bool leads =
      !IsSentenceEnd(static_cast<unsigned char>(last.back())) &&
      std::any_of(words.end() - static_cast<std::ptrdiff_t>(near), words.end(),
                  [&](const std::string& word) { return IsSpeechVerb(word, speech_verbs_); });
  return !leads && last.back() != ':';
}

// Whether the words and those behind them have a cue each ("'Come,' she said. 'Yes,' he replied."):
// whether it is one speaker is for the attribution to say.
bool Finder::HaveCuesOfTheirOwn(std::string_view between, std::string_view behind) const {
  std::size_t end = 0;
  while (end < std::min(behind.size(), kLongestInterruption)) {
    std::size_t next = end;
    if (IsAnyMark(NextCodePoint(behind, next))) break;
    end = next;
  }
  return EndsSentence(Trim(between)) && BeginsWithCue(between) &&
         BeginsWithCue(behind.substr(0, end));
}

bool Finder::BeginsWithCue(std::string_view narration) const {
  const std::vector<std::string> words = WordsOf(FirstSentence(narration));
  const std::size_t near = std::min(words.size(), kCueWords);
  return std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(near),
                     [&](const std::string& word) { return IsSpeechVerb(word, speech_verbs_); });
}

QuoteKind Finder::KindOf(const Block& block, const QuoteSpan& place) const {
  if (block.kind == BlockKind::kVerse) return QuoteKind::kSong;
  if (block.kind == BlockKind::kQuote) return QuoteKind::kLetter;
  std::size_t scare_end = 0;
  bool speech_is_open = false;
  if (!quotations_.empty()) {
    const Quotation& last = quotations_.back();
    const QuoteSpan& span = last.spans.back();
    if (span.chapter == place.chapter && span.block == place.block) {
      if (IsSpoken(last.kind)) {
        speech_is_open = !EndsSentence(InnerText(book_, span));
      } else {
        scare_end = span.end;
      }
    }
  }
  return scare_quotes_.Judge({block.text, place.begin, place.end}, scare_end, speech_is_open)
      .value_or(QuoteKind::kSpeech);
}

bool Finder::Joins(const QuoteSpan& place, QuoteKind kind, bool continues) const {
  if (quotations_.empty() || quotations_.back().kind != kind) return false;
  if (continues) return true;
  const QuoteSpan& last = quotations_.back().spans.back();
  if (last.chapter != place.chapter || last.block != place.block || !IsSpoken(kind)) return false;
  const std::string_view text = book_.chapters[place.chapter].blocks[place.block].text;
  const std::string_view between = text.substr(last.end, place.begin - last.end);
  return Interrupts(between) && !HaveCuesOfTheirOwn(between, text.substr(place.end));
}

// Where the opening mark is missing behind other narration, the last sentence is the safe guess.
std::size_t Finder::BeginOf(const PairedSpan& span, std::string_view text) const {
  if (span.opened || span.continues || span.begin == 0) return span.begin;
  return span.end - LastSentence(text.substr(span.begin, span.end - span.begin)).size();
}

void Finder::Add(const PairedSpan& span) {
  const std::size_t block = marked_[span.block].block;
  const std::string_view text = book_.chapters[chapter_].blocks[block].text;
  const QuoteSpan place{chapter_, block, BeginOf(span, text), span.end};
  if (InnerText(book_, place).empty()) return;
  QuoteKind kind = KindOf(book_.chapters[chapter_].blocks[block], place);
  if (span.continues && kind == QuoteKind::kScare) kind = QuoteKind::kSpeech;
  if (!Joins(place, kind, span.continues)) {
    quotations_.emplace_back();
    quotations_.back().kind = kind;
  }
  Quotation& quotation = quotations_.back();
  quotation.doubtful = quotation.doubtful || span.doubtful;
  const bool cut_short = span.doubtful && !span.closed;
  if (IsSpoken(kind) && (cut_short || dash_dialogue_.narrates_inside_marks())) {
    for (const Span& spoken : dash_dialogue_.SpokenIn(text, place.begin, place.end)) {
      quotation.spans.push_back({chapter_, block, spoken.begin, spoken.end});
    }
  } else {
    quotation.spans.push_back(place);
  }
}

}  // namespace

std::vector<Quotation> FindQuotations(const Book& book) {
  const WordLists lists = WordLists::Of(book.info.language, "quotation");
  const WordLists verbs = WordLists::Of(book.info.language, "verbs");
  std::vector<Quotation> quotations = Finder(book, lists, verbs).Find();
  MarkLetters(book, lists, verbs, quotations);
  MarkThoughts(book, lists, verbs, quotations);
  return quotations;
}

std::string_view InnerText(const Book& book, const QuoteSpan& span) {
  const std::string_view whole = book.chapters[span.chapter].blocks[span.block].text;
  std::string_view text = Trim(whole.substr(span.begin, span.end - span.begin));
  text.remove_prefix(LeadingDash(text));
  std::size_t position = 0;
  if (!text.empty() && IsAnyMark(NextCodePoint(text, position))) text.remove_prefix(position);
  position = text.size();
  if (!text.empty() && IsAnyMark(PreviousCodePoint(text, position))) {
    text = text.substr(0, position);
  }
  return Trim(text);
}

}  // namespace fullcast
