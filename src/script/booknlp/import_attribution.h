// Who says what, taken from BookNLP instead of being found out.
#pragma once

#include <vector>

#include "core/book.h"
#include "script/booknlp/booknlp_files.h"
#include "script/quotes/quotation.h"
#include "script/speakers/attribution.h"

namespace fullcast {

struct ImportedBook {
  std::vector<Quotation> quotations;
  AttributedBook attributed;  ///< one attribution for each of them
};

/// Gives our quotations the speakers of the BookNLP quotes that they share most text with. Where
/// BookNLP has several speakers for one quotation of several spans, it falls apart into one for
/// each of them, with less confidence.
///
/// What is a quotation and whether it is spoken, we decide: BookNLP's other quotes are left to the
/// narrator. A spoken quotation that BookNLP has not, or has nobody for, is unknown's, with
/// confidence 0; to mix in our own attributions would give one character two voices.
///
/// Reasons are "explicit", "pronoun" and "description" for a speaker who is mentioned in the same
/// paragraph, else "context". Throws Error when the book is of several files, or not the text that
/// BookNLP read. Linear in the length of the book.
ImportedBook ImportAttribution(const Book& book, const std::vector<Quotation>& quotations,
                               const BookNlpFiles& files);

}  // namespace fullcast
