// Quotations: the stretches of a book that punctuation sets off as somebody's words, in any style
// of marks or dialogue dashes, and what each of them is: speech, thought, a letter, a title, ...
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/book.h"

namespace fullcast {

/// Bytes of one block's text, quotation marks or dash included, half-open, never empty. Broken
/// UTF-8 is never cut inside what NextCodePoint takes as one character.
struct QuoteSpan {
  std::size_t chapter = 0;
  std::size_t block = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

enum class QuoteKind {
  kSpeech,
  kThought,  ///< said to oneself: "Just keep walking," he told himself.
  kLetter,   ///< written words: a letter, a sign, an inscription
  kSong,     ///< verse: sung, recited or read out
  kTitle,    ///< of a book, a song, an inn
  kScare,    ///< a word as a word, a borrowed phrase: the "Glorious Cause"
};

/// Whether a character's voice reads it: speech and thoughts. The narrator reads the rest.
constexpr bool IsSpoken(QuoteKind kind) {
  return kind == QuoteKind::kSpeech || kind == QuoteKind::kThought;
}

/// What one speaker says in one go, as far as punctuation tells: one span; or several, in reading
/// order, where narration interrupts inside a paragraph ("I am," said he, "quite sure."), or where
/// the words run on over paragraphs without a closing mark. Quotations inside it belong to it.
/// Two quotations of one paragraph are mostly one speaker's, too, but there punctuation is silent.
struct Quotation {
  std::vector<QuoteSpan> spans;  ///< at least one
  QuoteKind kind = QuoteKind::kSpeech;
  bool doubtful = false;  ///< a mark was missing, its place a guess
};

/// All quotations in reading order; their spans neither overlap nor interleave. Looks at text,
/// verse, list items and set-off blocks, not at headings and skipped blocks; a scene break or a
/// heading ends what runs on. Linear in the length of the book, for any bytes whatever.
std::vector<Quotation> FindQuotations(const Book& book);

/// The words of a span without the marks or the dash around them, white space trimmed.
std::string_view InnerText(const Book& book, const QuoteSpan& span);

}  // namespace fullcast
