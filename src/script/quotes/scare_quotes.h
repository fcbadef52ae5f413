// Quotation marks in the middle of narration that set off no speech: titles, words as words,
// borrowed phrases.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "script/language/word_lists.h"
#include "script/quotes/quotation.h"

namespace fullcast {

/// A quotation between its marks, in its block.
struct MarkedPhrase {
  std::string_view text;  ///< the block's
  std::size_t begin = 0;  ///< of the opening mark
  std::size_t end = 0;    ///< behind the closing mark
};

class ScareQuotes {
 public:
  /// `lists` is the language's file "quotation", `verbs` its file "verbs".
  ScareQuotes(const WordLists& lists, const WordLists& verbs);

  /// kTitle or kScare, or nothing where somebody may be speaking. `after_scare_at` is the end of
  /// the last phrase of the block that was one (0: none); `speech_is_open`: a speaker was
  /// interrupted in the middle of a sentence and may go on here.
  [[nodiscard]] std::optional<QuoteKind> Judge(const MarkedPhrase& phrase,
                                               std::size_t after_scare_at,
                                               bool speech_is_open) const;

 private:
  [[nodiscard]] bool IntroducesSpeech(std::string_view clause) const;
  [[nodiscard]] bool IsFollowedByCue(std::string_view text, std::size_t end) const;

  const WordSet& speech_verbs_;
  const WordSet& speech_nouns_;
  const WordSet& reporting_;
  const WordSet& answers_;
  const WordSet& before_phrase_;  // determiners, prepositions, "called"
};

}  // namespace fullcast
