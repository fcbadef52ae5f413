// Quotations that are only thought.
#pragma once

#include <vector>

#include "core/book.h"
#include "script/language/word_lists.h"
#include "script/quotes/quotation.h"

namespace fullcast {

/// Turns what is thought from kSpeech into kThought: by a verb beside it ("thought Alice"), by a
/// phrase ("in his head", "said to herself"), or because the same words stand in the same block
/// as a thought. `lists` and `verbs` are the language's files "quotation" and "verbs".
void MarkThoughts(const Book& book, const WordLists& lists, const WordLists& verbs,
                  std::vector<Quotation>& quotations);

}  // namespace fullcast
