#include "script/quotes/thoughts.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "script/quotes/narration.h"

namespace fullcast {

namespace {

// "thought Alice", "the old man thought"
constexpr std::size_t kCueWords = 3;
// "repeated it over and over in his head"
constexpr std::size_t kPhraseReach = 7;

class ThoughtJudge {
 public:
  ThoughtJudge(const WordLists& lists, const WordLists& verbs)
      : thought_(verbs.Section("thought")),
        inward_verbs_(lists.Section("inward-verb")),
        inward_ends_(lists.Section("inward-end")),
        inward_to_(lists.Section("inward-to")),
        inward_in_(lists.Section("inward-in")) {}

  [[nodiscard]] bool IsThought(const Beside& beside) const {
    return Behind(beside.after) || Before(beside.before) ||
           std::any_of(beside.between.begin(), beside.between.end(),
                       [&](std::string_view text) { return Behind(text); });
  }

 private:
  [[nodiscard]] bool Behind(std::string_view text) const {
    const std::vector<std::string> words = WordsOf(text);
    for (std::size_t i = 0; i < std::min(words.size(), kCueWords); ++i) {
      if (thought_.contains(words[i])) return true;
      if (inward_verbs_.contains(words[i])) return EndsInward(words, i);
    }
    return false;
  }

  [[nodiscard]] bool Before(std::string_view text) const {
    const std::vector<std::string> words = WordsOf(text);
    for (std::size_t i = words.size(); i > 0; --i) {
      const std::string& word = words[i - 1];
      if (i + kCueWords > words.size() && thought_.contains(word)) return true;
      if (inward_verbs_.contains(word)) return EndsInward(words, i - 1);
    }
    return false;
  }

  // "said TO HERSELF", "told HIMSELF", "repeated it IN HIS HEAD"
  [[nodiscard]] bool EndsInward(const std::vector<std::string>& words, std::size_t verb) const {
    for (std::size_t i = verb + 1; i < std::min(words.size(), verb + 1 + kPhraseReach); ++i) {
      if (inward_ends_.contains(words[i]) && (i == verb + 1 || inward_to_.contains(words[i - 1]) ||
                                              inward_in_.contains(words[i - 2]))) {
        return true;
      }
    }
    return false;
  }

  const WordSet& thought_;
  const WordSet& inward_verbs_;
  const WordSet& inward_ends_;
  const WordSet& inward_to_;
  const WordSet& inward_in_;
};

// The same words in the same block are thought, too.
class Echoes {
 public:
  explicit Echoes(const Book& book) : book_(book) {}

  void Add(const Quotation& quotation) {
    Enter(quotation);
    words_.insert(InnerText(book_, quotation.spans.front()));
  }
  [[nodiscard]] bool Repeats(const Quotation& quotation) {
    Enter(quotation);
    return words_.contains(InnerText(book_, quotation.spans.front()));
  }

 private:
  void Enter(const Quotation& quotation) {
    const QuoteSpan& span = quotation.spans.front();
    if (span.chapter != chapter_ || span.block != block_) words_.clear();
    chapter_ = span.chapter;
    block_ = span.block;
  }

  const Book& book_;
  std::size_t chapter_ = 0;
  std::size_t block_ = 0;
  std::set<std::string_view> words_;
};

}  // namespace

void MarkThoughts(const Book& book, const WordLists& lists, const WordLists& verbs,
                  std::vector<Quotation>& quotations) {
  const ThoughtJudge judge(lists, verbs);
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    if (quotations[i].kind == QuoteKind::kSpeech &&
        judge.IsThought(NarrationBeside(book, quotations, i))) {
      quotations[i].kind = QuoteKind::kThought;
    }
  }
  Echoes later(book);
  std::for_each(quotations.rbegin(), quotations.rend(), [&](Quotation& quotation) {
    if (quotation.kind == QuoteKind::kThought) {
      later.Add(quotation);
    } else if (quotation.kind == QuoteKind::kSpeech && later.Repeats(quotation)) {
      quotation.kind = QuoteKind::kThought;
    }
  });
}

}  // namespace fullcast
