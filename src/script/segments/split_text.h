// Cuts long text into pieces at the ends of sentences and clauses.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace fullcast {

/// Pieces longer than this are cut at the end of a sentence.
inline constexpr std::size_t kLongPiece = 400;
/// A sentence longer than this is cut at the end of a clause, or, failing that, between words.
inline constexpr std::size_t kLongSentence = 600;

/// The offsets at which to cut text[begin, end), in order: beginnings of words, without `begin`.
/// A word longer than kLongSentence stays whole. Linear.
std::vector<std::size_t> CutsOf(std::string_view text, std::size_t begin, std::size_t end);

/// How a stretch of text ends, quotation marks and brackets behind its last words left aside.
enum class Ending {
  kOpen,      ///< in a word or behind one
  kClause,    ///< , ; : or a dash
  kSentence,  ///< . ! ? …
};
Ending EndingOf(std::string_view text);

}  // namespace fullcast
