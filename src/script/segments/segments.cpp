#include "script/segments/segments.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "core/interrupt.h"
#include "core/utf8.h"
#include "script/quotes/narration.h"
#include "script/segments/delivery.h"
#include "script/segments/emphasis.h"
#include "script/segments/markup_speech.h"
#include "script/segments/pauses.h"
#include "script/segments/split_text.h"

namespace fullcast {

namespace {

// Where a mark is missing, nobody knows for sure how far the words reach.
constexpr double kMostConfidenceInDoubt = 0.5;

// A stretch of a block in one voice.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::ptrdiff_t quotation = -1;  // -1: narration
  bool letter = false;            // narration that is read out of a letter
};

// Words on a sign or in a telegram are no letter to be read out.
constexpr std::size_t kLeastLetterBytes = 80;

bool IsLetterToRead(const Quotation& quotation, const QuoteSpan& span) {
  return quotation.kind == QuoteKind::kLetter && span.end - span.begin >= kLeastLetterBytes;
}

bool HasWords(std::string_view text) {
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = NextCodePoint(text, position);
    if (IsLetter(c) || IsDigit(c)) return true;
  }
  return false;
}

class Assembler {
 public:
  Assembler(const Book& book, const std::vector<Quotation>& quotations,
            const std::vector<Attribution>& attributions)
      : book_(book),
        quotations_(quotations),
        attributions_(attributions),
        delivery_(WordLists::Of(book.info.language, "delivery")),
        emphasis_(book) {
    assert(quotations.size() == attributions.size());
    for (std::size_t q = 0; q < quotations.size(); ++q) {
      for (const QuoteSpan& span : quotations[q].spans) spans_.emplace_back(span, q);
    }
  }

  void OpenChapter() { opens_ = true; }

  // Chapters and their blocks are to be taken in order.
  void Add(std::size_t chapter, std::size_t block, std::vector<Segment>& to);

 private:
  [[nodiscard]] std::vector<Piece> PiecesOf(std::size_t chapter, std::size_t block);
  void AddPiece(const Block& block, const Piece& piece, const std::vector<Span>& emphasis,
                std::vector<Segment>& segments);
  void AddSilent(const Block& block, std::vector<Segment>& segments);
  [[nodiscard]] const Segment& VoiceOf(std::ptrdiff_t quotation);

  const Book& book_;
  const std::vector<Quotation>& quotations_;
  const std::vector<Attribution>& attributions_;
  DeliveryReader delivery_;
  EmphasisReader emphasis_;
  bool opens_ = true;  // the next block that is read opens a chapter or a scene
  std::vector<std::pair<QuoteSpan, std::size_t>> spans_;
  std::size_t next_span_ = 0;
  std::ptrdiff_t voiced_ = -1;
  Segment voice_;  // of quotation `voiced_`
};

// Narration without words, such as a dash between two quotations, goes to the piece before it.
std::vector<Piece> Assembler::PiecesOf(std::size_t chapter, std::size_t block) {
  const std::string_view text = book_.chapters[chapter].blocks[block].text;
  std::vector<Piece> pieces;
  const auto add_narration = [&](std::size_t begin, std::size_t end, bool letter = false) {
    if (begin >= end) return;
    const bool goes_on =
        !pieces.empty() && pieces.back().quotation < 0 && pieces.back().letter == letter;
    if (!pieces.empty() && (goes_on || !HasWords(text.substr(begin, end - begin)))) {
      pieces.back().end = end;
    } else {
      pieces.push_back({begin, end, -1, letter});
    }
  };
  std::size_t done = 0;
  for (; next_span_ < spans_.size(); ++next_span_) {
    const auto& [span, quotation] = spans_[next_span_];
    if (span.chapter != chapter || span.block != block) break;
    add_narration(done, span.begin);
    done = span.end;
    if (!IsSpoken(quotations_[quotation].kind)) {
      add_narration(span.begin, span.end, IsLetterToRead(quotations_[quotation], span));
    } else if (pieces.size() == 1 && pieces[0].quotation < 0 &&
               !HasWords(text.substr(0, span.begin))) {
      pieces[0] = {0, span.end, static_cast<std::ptrdiff_t>(quotation)};
    } else {
      pieces.push_back({span.begin, span.end, static_cast<std::ptrdiff_t>(quotation)});
    }
  }
  add_narration(done, text.size());
  return pieces;
}

// A segment with all that is the same for the segments of one quotation.
const Segment& Assembler::VoiceOf(std::ptrdiff_t quotation) {
  static const Segment narration;
  if (quotation < 0) return narration;
  if (quotation == voiced_) return voice_;
  voiced_ = quotation;
  const auto number = static_cast<std::size_t>(quotation);
  const Attribution& attribution = attributions_[number];
  voice_.speaker = attribution.speaker;
  voice_.reason = attribution.reason;
  voice_.confidence = attribution.confidence;
  if (quotations_[number].doubtful) {
    voice_.confidence = std::min(voice_.confidence, kMostConfidenceInDoubt);
  }
  voice_.thought = quotations_[number].kind == QuoteKind::kThought;
  voice_.delivery = delivery_.Read(NarrationBeside(book_, quotations_, number));
  return voice_;
}

void Assembler::AddPiece(const Block& block, const Piece& piece, const std::vector<Span>& emphasis,
                         std::vector<Segment>& segments) {
  const std::string_view text = block.text;
  std::vector<std::size_t> cuts = {piece.begin};
  if (block.say.empty()) {
    for (const std::size_t cut : CutsOf(text, piece.begin, piece.end)) cuts.push_back(cut);
  }
  cuts.push_back(piece.end);
  CutAtLanguages(block, cuts);
  Segment voice = VoiceOf(piece.quotation);
  if (piece.letter) voice.delivery = kLetterDelivery;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const std::string_view whole = text.substr(cuts[i], cuts[i + 1] - cuts[i]);
    const std::string_view words = Trim(whole);
    if (words.empty()) continue;
    const auto begin = static_cast<std::size_t>(words.data() - text.data());
    Segment segment = voice;
    segment.text = words;
    segment.emphasis = Within(emphasis, begin, begin + words.size());
    segment.start = block.SourceOffset(begin);
    segment.end = block.SourceOffset(begin + words.size());
    TakeMarkupSpeech(block, {begin, begin + words.size()}, segment);
    segments.push_back(std::move(segment));
  }
}

void Assembler::AddSilent(const Block& block, std::vector<Segment>& segments) {
  Segment segment;
  segment.text = block.text;
  segment.skip = block.IsRead() ? "no words" : block.skip;
  segments.push_back(std::move(segment));
}

void Assembler::Add(std::size_t chapter, std::size_t block_index, std::vector<Segment>& to) {
  const Block& block = book_.chapters[chapter].blocks[block_index];
  if (block.source.begin >= block.source.end) return;
  std::vector<Segment> segments;
  const std::vector<Piece> pieces = PiecesOf(chapter, block_index);
  if (!block.IsRead()) {
    AddSilent(block, segments);
    opens_ = opens_ || block.kind == BlockKind::kSceneBreak;
  } else {
    const std::vector<Span> emphasis = emphasis_.Read(block, opens_);
    opens_ = block.kind == BlockKind::kHeading;
    for (const Piece& piece : pieces) AddPiece(block, piece, emphasis, segments);
    if (segments.empty()) AddSilent(block, segments);
  }
  segments.front().start = block.source.begin;
  segments.back().end = block.source.end;
  if (segments.size() == 1 && segments[0].skip.empty()) segments[0].say = block.say;
  for (Segment& segment : segments) {
    segment.heading = block.kind == BlockKind::kHeading;
    segment.note = block.kind == BlockKind::kFootnote;
    segment.source = book_.sources.at(block.file).name;
    to.push_back(std::move(segment));
  }
}

Boundary BoundaryAfter(const Block& block, const Block* next) {
  if (block.kind == BlockKind::kHeading) return Boundary::kHeading;
  if (next == nullptr) return Boundary::kParagraph;
  if (next->kind == BlockKind::kSceneBreak) return Boundary::kScene;
  if (block.kind == BlockKind::kVerse && next->kind == BlockKind::kVerse) return Boundary::kLine;
  return Boundary::kParagraph;
}

// What is not read aloud stands in the chapter behind it, or in the last one.
void JoinSilentChapters(std::vector<ScriptChapter>& chapters) {
  std::vector<ScriptChapter> joined;
  std::vector<Segment> silent;
  for (ScriptChapter& chapter : chapters) {
    const bool sounds = std::any_of(chapter.segments.begin(), chapter.segments.end(),
                                    [](const Segment& segment) { return segment.skip.empty(); });
    if (!sounds || !silent.empty()) {
      silent.insert(silent.end(), std::make_move_iterator(chapter.segments.begin()),
                    std::make_move_iterator(chapter.segments.end()));
      if (!sounds) continue;
      chapter.segments = std::exchange(silent, {});
    }
    joined.push_back(std::move(chapter));
  }
  if (joined.empty() && !chapters.empty()) joined.push_back({chapters.front().title, {}});
  if (joined.empty()) return;
  auto& last = joined.back().segments;
  last.insert(last.end(), std::make_move_iterator(silent.begin()),
              std::make_move_iterator(silent.end()));
  chapters = std::move(joined);
}

// For each block the next one that is read or a scene break, or nullptr.
std::vector<const Block*> NextSounding(const Chapter& chapter) {
  std::vector<const Block*> next(chapter.blocks.size(), nullptr);
  for (std::size_t i = next.size(); i > 1; --i) {
    const Block& block = chapter.blocks[i - 1];
    const bool sounds = block.kind == BlockKind::kSceneBreak || block.IsRead();
    next[i - 2] = sounds ? &block : next[i - 1];
  }
  return next;
}

}  // namespace

std::vector<ScriptChapter> MakeSegments(const Book& book, const std::vector<Quotation>& quotations,
                                        const std::vector<Attribution>& attributions) {
  const WordSet speech_verbs = WordLists::Of(book.info.language, "verbs").Section("speech");
  Assembler assembler(book, quotations, attributions);
  std::vector<ScriptChapter> chapters;
  for (std::size_t c = 0; c < book.chapters.size(); ++c) {
    const Chapter& chapter = book.chapters[c];
    ScriptChapter made;
    made.title = chapter.title;
    assembler.OpenChapter();
    std::vector<Boundary> boundaries;
    const std::vector<const Block*> next = NextSounding(chapter);
    for (std::size_t b = 0; b < chapter.blocks.size(); ++b) {
      ThrowIfInterrupted();
      assembler.Add(c, b, made.segments);
      boundaries.resize(made.segments.size(), Boundary::kPiece);
      if (!boundaries.empty()) boundaries.back() = BoundaryAfter(chapter.blocks[b], next[b]);
    }
    SetPauses(made.segments, boundaries, speech_verbs);
    made.segments.shrink_to_fit();  // they stay in memory until the book is rendered
    if (!made.segments.empty()) chapters.push_back(std::move(made));
  }
  JoinSilentChapters(chapters);
  return chapters;
}

}  // namespace fullcast
