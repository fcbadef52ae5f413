// Quotations that were written, not spoken: letters, telegrams, inscriptions.
#pragma once

#include <vector>

#include "core/book.h"
#include "script/language/word_lists.h"
#include "script/quotes/quotation.h"

namespace fullcast {

/// Turns what is written from kSpeech into kLetter. `quotations` are those of the book, in order;
/// `lists` is the language's file "quotation", `verbs` its file "verbs".
void MarkLetters(const Book& book, const WordLists& lists, const WordLists& verbs,
                 std::vector<Quotation>& quotations);

}  // namespace fullcast
