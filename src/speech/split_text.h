// Cutting a text where a reader would breathe.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/text_breaks.h"

namespace fullcast {

/// Bytes of the text that was split. Parts follow each other without a gap; white space at a cut
/// belongs to the part before it.
struct TextPart {
  std::size_t begin = 0;
  std::size_t end = 0;
  Cut cut = Cut::kSentence;  ///< what its end is; the last part's is kSentence
};

/// Parts of at most `most_bytes` (at least 4), each as long as can be: they end at the last
/// sentence's end that fits, else at a clause's, else at a word's, else inside a word.
std::vector<TextPart> SplitText(std::string_view text, std::size_t most_bytes);

/// Smaller parts of a text that failed as a whole: its sentences; if it has but one, its clauses;
/// if it has but one, runs of words of at most half its size. One part if it can't be split.
std::vector<TextPart> SplitSmaller(std::string_view text);

}  // namespace fullcast
