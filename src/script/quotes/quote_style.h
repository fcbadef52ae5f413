// The style of quotation marks of a book, decided over all of it.
#pragma once

#include "core/book.h"
#include "script/language/word_lists.h"

namespace fullcast {

/// The marks that set off what is said. Marks of other families are inner ones: what they set off
/// belongs to the quotation around them, or to the narrator.
enum class MarkFamily {
  kDouble,            ///< "A" “A”
  kSingle,            ///< 'A' ‘A’ `A'
  kGuillemets,        ///< «A»
  kInwardGuillemets,  ///< »A«
  kLowHigh,           ///< „A“ „A”
};

struct QuoteStyle {
  MarkFamily family = MarkFamily::kDouble;
  bool one_sided = false;  ///< the same curly mark or guillemet opens and closes: ”A” »A»
  bool dashes = false;     ///< a paragraph that begins with a dash is spoken
};

/// Whether quotations stand in this kind of block.
bool HoldsQuotations(const Block& block);

/// Whether a block is a turn of dialogue in a book that marks them by dashes: it begins with a
/// dash and is no bare name behind one, as stands below a motto.
bool IsDialogueTurn(const Block& block);

/// Votes by how often each family's marks stand where quotations open, most of all at the
/// beginnings of paragraphs.
QuoteStyle VoteQuoteStyle(const Book& book, const WordSet& elisions);

}  // namespace fullcast
