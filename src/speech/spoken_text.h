// A text on its way from the book to the engine.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/book.h"

namespace fullcast {

/// The n-th stretch of phonemes of a text stands in it as the character kFirstPhonemes + n, which
/// no text can hold: it lies beyond Unicode.
inline constexpr char32_t kFirstPhonemes = 0x110000;

/// A character, and the bytes of the original that it stands for.
struct SpokenChar {
  char32_t c = 0;
  Span origin;
};

/// Origins ascend; several characters may share one.
using SpokenText = std::vector<SpokenChar>;

/// What to say in place of characters.
struct Rewrite {
  std::size_t length = 0;     ///< characters that are replaced, at least 1
  std::string say;            ///< UTF-8; may be empty
  bool are_phonemes = false;  ///< `say` holds mnemonics of the engine, which all voices have
};

/// The characters of a text, with what rules of reading ask of them.
class TextView {
 public:
  explicit TextView(std::u32string_view chars) : chars_(chars) {}

  /// The character at a place; 0 outside of the text.
  [[nodiscard]] char32_t At(std::size_t i) const { return i < chars_.size() ? chars_[i] : 0; }
  [[nodiscard]] char32_t Before(std::size_t i) const { return i > 0 ? At(i - 1) : 0; }

  /// The run of ASCII letters that begins at a place, at most 40 of them.
  [[nodiscard]] std::string LettersAt(std::size_t i) const;

  /// The run of ASCII letters that ends before a place.
  [[nodiscard]] std::string LettersBefore(std::size_t end) const;

  /// The run of digits that begins at a place, at most 20 of them.
  [[nodiscard]] std::string DigitsAt(std::size_t i) const;

  /// Whether this ASCII text stands at a place.
  [[nodiscard]] bool Has(std::size_t i, std::string_view text) const;

  /// The first place from `i` on that holds no space.
  [[nodiscard]] std::size_t SkipSpaces(std::size_t i) const;

  /// Whether what begins at `i`, spaces aside, is a new sentence or nothing: no lower-case letter,
  /// no digit, no mark that goes on.
  [[nodiscard]] bool SentenceEndsBefore(std::size_t i) const;

 private:
  std::u32string_view chars_;
};

/// A rule looks at the text from a word's or a symbol's beginning on, and a bounded way around it.
using ReadingRule = std::optional<Rewrite> (*)(const TextView& text, std::size_t at);

/// Applies to each place the first rule that has something to say about it. Linear. Phonemes are
/// added to those that the text holds already.
SpokenText ApplyRules(const SpokenText& text, const std::vector<ReadingRule>& rules,
                      std::vector<std::string>& phonemes);

/// A letter, a digit, a combining mark, phonemes: what makes words.
[[nodiscard]] bool IsWordPart(char32_t c);

/// . , ; : ! ? and the ellipsis.
[[nodiscard]] bool IsClauseMark(char32_t c);

}  // namespace fullcast
