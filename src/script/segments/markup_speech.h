// What a book's markup says of how its text is spoken: in which language, with which sounds.
#pragma once

#include <cstddef>
#include <vector>

#include "core/book.h"
#include "core/script.h"

namespace fullcast {

/// Adds to `cuts`, which begin and end with the ends of a stretch of the block's text, where its
/// voice changes to another language and back: for foreign passages. Single foreign words stay in
/// their sentence, whose melody a change would break.
void CutAtLanguages(const Block& block, std::vector<std::size_t>& cuts);

/// Gives the segment of the block's text in `span` its language and its pronunciations.
void TakeMarkupSpeech(const Block& block, Span span, Segment& segment);

}  // namespace fullcast
