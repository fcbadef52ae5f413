// Where a text may be cut: at the ends of its sentences, clauses and words.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace fullcast {

/// What ends at a place, the strongest first.
enum class Cut { kSentence, kClause, kWord, kInsideWord };

struct TextBreak {
  std::size_t at = 0;  ///< byte at which what follows begins; white space lies before it
  Cut cut = Cut::kWord;
};

/// The places between the words of a text, in order; in scripts without spaces those behind its
/// full-width marks. Closing quotation marks and brackets belong to what ends; behind . ! ? … a
/// small letter goes on with the sentence, and so does a full stop behind an abbreviation. Linear.
std::vector<TextBreak> BreaksOf(std::string_view text);

/// Whether a full stop behind this word ends no sentence: an initial ("J."), a short title without
/// a vowel ("Mr.", "St."), one of those with vowels that stand before names ("Col.").
bool IsAbbreviation(std::string_view word);

}  // namespace fullcast
