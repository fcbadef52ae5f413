// What shows in a text that the words beside it are a letter's.
#pragma once

#include <string_view>

#include "script/language/word_lists.h"

namespace fullcast {

class LetterSigns {
 public:
  /// The language's files "quotation" and "verbs".
  LetterSigns(const WordLists& lists, const WordLists& verbs);

  /// "My dear Fanny," at the beginning of a text: its length, or 0.
  [[nodiscard]] std::size_t Salutation(std::string_view text) const;
  /// The text is a salutation and nothing more.
  [[nodiscard]] bool IsSalutation(std::string_view text) const;
  /// "Yours ever, Mary.": the text is short and holds a formula.
  [[nodiscard]] bool IsSignature(std::string_view text) const;
  /// The text ends in one.
  [[nodiscard]] bool EndsInSignature(std::string_view text) const;
  /// A sentence of narration that leads to a letter's words: "the note ran:", "he wrote,".
  [[nodiscard]] bool Introduces(std::string_view sentence) const;
  /// A sentence that speaks of a letter.
  [[nodiscard]] bool Mentions(std::string_view sentence) const;
  /// A sentence that begins with one: "This letter gave her pain".
  [[nodiscard]] bool SpeaksOf(std::string_view sentence) const;
  /// A sentence behind a quotation that tells it was written: "wrote Catharine", "the letter ran".
  [[nodiscard]] bool TellsBehind(std::string_view sentence) const;
  /// Narration between two parts of a quotation that tells it was spoken: "said the ferryman".
  [[nodiscard]] bool TellsOfSpeech(std::string_view between) const;

 private:
  const WordSet& nouns_;
  const WordSet& verbs_;
  const WordSet& runs_;  // what letters do: say, run, begin
  const WordSet& salutations_;
  const WordSet& signatures_;
  const WordSet& speech_verbs_;
};

}  // namespace fullcast
