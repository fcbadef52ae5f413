// Speech and narration where no marks part them: in a turn of dialogue that a dash opens, and, in
// some languages, inside the marks.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/book.h"
#include "script/language/word_lists.h"

namespace fullcast {

class DashDialogue {
 public:
  /// The language's files "quotation" and "verbs".
  DashDialogue(const WordLists& lists, const WordLists& verbs);

  /// What is spoken of text[begin, end), which begins with speech behind a dash or a mark: the
  /// whole, or several stretches with narration between them: "—No —said John—, never.",
  /// "— Non, dit-il, jamais.", "— Нет, — сказал он, — никогда." In order, none empty. Linear.
  [[nodiscard]] std::vector<Span> SpokenIn(std::string_view text, std::size_t begin,
                                           std::size_t end) const;

  /// Whether the language puts narration inside quotation marks.
  [[nodiscard]] bool narrates_inside_marks() const { return narrates_inside_marks_; }

 private:
  friend class TurnReader;

  [[nodiscard]] bool IsCueAt(std::string_view text) const;
  [[nodiscard]] bool IsSpeechVerb(std::string_view word) const;

  const WordSet& speech_verbs_;
  const WordSet& pronouns_;  // "he", "il": the subject of a verb of speech
  const WordSet& attached_;  // "il" of "dit-il"
  const WordSet& goes_on_;   // words behind "said he," with which the narration goes on
  bool narrates_inside_marks_ = false;
};

}  // namespace fullcast
