// The narration beside quotations, in words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/book.h"
#include "script/language/word_lists.h"
#include "script/quotes/quotation.h"

namespace fullcast {

/// The narration of one quotation's blocks that touches it. Views into the book.
struct Beside {
  std::string_view before;                ///< its sentence before the first span
  std::vector<std::string_view> between;  ///< between two of its spans
  std::string_view after;                 ///< the sentence behind the last span
};

/// At most `kFarthest` bytes to either side, none of another quotation's.
inline constexpr std::size_t kFarthest = 200;
Beside NarrationBeside(const Book& book, const std::vector<Quotation>& quotations,
                       std::size_t number);

/// The words of a text in lower case.
std::vector<std::string> WordsOf(std::string_view text);

/// Whether a lower-case word is among the verbs of speech, or the participle ("exclaiming") of one
/// whose past ("exclaimed") is.
bool IsSpeechVerb(std::string_view word, const WordSet& speech_verbs);

/// The last sentence of a text, its first sentence. At most kFarthest bytes.
std::string_view LastSentence(std::string_view text);
std::string_view FirstSentence(std::string_view text);

}  // namespace fullcast
