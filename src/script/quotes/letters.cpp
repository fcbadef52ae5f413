#include "script/quotes/letters.h"

#include <algorithm>
#include <string_view>

#include "core/utf8.h"
#include "script/quotes/letter_signs.h"
#include "script/quotes/narration.h"
#include "script/quotes/quote_characters.h"

namespace fullcast {

namespace {

// Shorter ones may be speech about a letter.
constexpr std::size_t kLongQuotation = 250;
// "Howards End, Tuesday"
constexpr std::size_t kLongestHeader = 40;

class LetterMarker {
 public:
  LetterMarker(const Book& book, const LetterSigns& signs, std::vector<Quotation>& quotations)
      : book_(book), signs_(signs), quotations_(quotations) {}

  void Mark() {
    for (std::size_t i = 0; i < quotations_.size(); ++i) {
      if (quotations_[i].kind != QuoteKind::kSpeech) continue;
      if (FillsBlocks(i) && signs_.IsSalutation(Inner(i))) {
        MarkWholeLetter(i);
      } else if (IsWritten(i)) {
        quotations_[i].kind = QuoteKind::kLetter;
      }
    }
  }

 private:
  [[nodiscard]] std::string_view Inner(std::size_t i) const {
    return InnerText(book_, quotations_[i].spans.front());
  }
  // The text of the block before (-1) or behind (1) a span's own, if there is one.
  [[nodiscard]] std::string_view Neighbour(const QuoteSpan& span, int distance) const;
  // The narration at the end of the block above a quotation, at the beginning of the one below.
  [[nodiscard]] std::string_view Above(std::size_t i) const;
  [[nodiscard]] std::string_view Below(std::size_t i) const;
  [[nodiscard]] bool FillsBlocks(std::size_t i) const;
  [[nodiscard]] bool Follows(std::size_t i, std::size_t earlier) const;
  [[nodiscard]] bool IsWritten(std::size_t i) const;
  [[nodiscard]] bool IsFramed(std::size_t i) const;
  [[nodiscard]] bool IsMotto(std::size_t i) const;
  void MarkWholeLetter(std::size_t salutation);

  const Book& book_;
  const LetterSigns& signs_;
  std::vector<Quotation>& quotations_;
};

std::string_view LetterMarker::Neighbour(const QuoteSpan& span, int distance) const {
  const auto& blocks = book_.chapters[span.chapter].blocks;
  const auto index = static_cast<std::ptrdiff_t>(span.block) + distance;
  if (index < 0 || index >= static_cast<std::ptrdiff_t>(blocks.size())) return {};
  return blocks[static_cast<std::size_t>(index)].text;
}

std::string_view LetterMarker::Above(std::size_t i) const {
  const QuoteSpan& first = quotations_[i].spans.front();
  std::string_view text = Neighbour(first, -1);
  if (i > 0) {
    const QuoteSpan& earlier = quotations_[i - 1].spans.back();
    if (earlier.chapter == first.chapter && earlier.block + 1 == first.block) {
      text.remove_prefix(earlier.end);
    }
  }
  return LastSentence(text);
}

std::string_view LetterMarker::Below(std::size_t i) const {
  const QuoteSpan& last = quotations_[i].spans.back();
  std::string_view text = Neighbour(last, 1);
  if (i + 1 < quotations_.size()) {
    const QuoteSpan& later = quotations_[i + 1].spans.front();
    if (later.chapter == last.chapter && later.block == last.block + 1) {
      text = text.substr(0, later.begin);
    }
  }
  return FirstSentence(text);
}

bool LetterMarker::FillsBlocks(std::size_t i) const {
  const QuoteSpan& first = quotations_[i].spans.front();
  const QuoteSpan& last = quotations_[i].spans.back();
  if (first.block == last.block && quotations_[i].spans.size() > 1) return false;
  return Trim(Neighbour(first, 0).substr(0, first.begin)).empty() &&
         Trim(Neighbour(last, 0).substr(last.end)).empty();
}

bool LetterMarker::Follows(std::size_t i, std::size_t earlier) const {
  const QuoteSpan& last = quotations_[earlier].spans.back();
  const QuoteSpan& first = quotations_[i].spans.front();
  return first.chapter == last.chapter && first.block == last.block + 1;
}

// A letter whose paragraphs are each quoted for themselves: what follows the salutation up to the
// signature, and the place and date above it.
void LetterMarker::MarkWholeLetter(std::size_t salutation) {
  quotations_[salutation].kind = QuoteKind::kLetter;
  for (std::size_t i = salutation; i > 0 && Follows(i, i - 1) && FillsBlocks(i - 1); --i) {
    if (quotations_[i - 1].kind != QuoteKind::kSpeech || Inner(i - 1).size() > kLongestHeader)
      break;
    quotations_[i - 1].kind = QuoteKind::kLetter;
  }
  bool is_signed = false;
  for (std::size_t i = salutation + 1;
       i < quotations_.size() && Follows(i, i - 1) && FillsBlocks(i); ++i) {
    const bool signature = signs_.IsSignature(Inner(i));
    if (is_signed && !signature && Inner(i).size() > kLongestHeader) break;
    is_signed = is_signed || signature;
    quotations_[i].kind = QuoteKind::kLetter;
  }
}

// Long, and something around it shows it is a letter's text.
bool LetterMarker::IsFramed(std::size_t i) const {
  if (IsMotto(i)) return true;
  const QuoteSpan& first = quotations_[i].spans.front();
  const QuoteSpan& last = quotations_[i].spans.back();
  const bool paragraphs = first.block != last.block;
  if (!paragraphs && last.end - first.begin < kLongQuotation) return false;
  if (signs_.EndsInSignature(InnerText(book_, last))) return true;
  if (!FillsBlocks(i)) return false;
  const std::string_view above = Above(i);
  const std::string_view below = Below(i);
  return signs_.IsSignature(Neighbour(last, 1)) || signs_.IsSalutation(above) ||
         signs_.Introduces(above) || (paragraphs && signs_.Mentions(above)) ||
         (signs_.Salutation(Inner(i)) > 0 && (paragraphs || signs_.Mentions(above))) ||
         (paragraphs && signs_.SpeaksOf(below));
}

// Its author stands below it, behind a dash.
bool LetterMarker::IsMotto(std::size_t i) const {
  const std::string_view below = Neighbour(quotations_[i].spans.back(), 1);
  return FillsBlocks(i) && LeadingDash(below) > 0 && below.size() <= kLongestHeader &&
         below.find_first_of(".!?") == std::string_view::npos;
}

bool LetterMarker::IsWritten(std::size_t i) const {
  if (IsFramed(i)) return true;
  const Beside beside = NarrationBeside(book_, quotations_, i);
  if (std::any_of(beside.between.begin(), beside.between.end(),
                  [&](std::string_view between) { return signs_.TellsOfSpeech(between); })) {
    return false;
  }
  if (signs_.Introduces(beside.before) || signs_.TellsBehind(beside.after)) return true;
  for (const std::string_view between : beside.between) {
    if (signs_.TellsBehind(between)) return true;
  }
  return false;
}

}  // namespace

void MarkLetters(const Book& book, const WordLists& lists, const WordLists& verbs,
                 std::vector<Quotation>& quotations) {
  const LetterSigns signs(lists, verbs);
  LetterMarker(book, signs, quotations).Mark();
}

}  // namespace fullcast
