// Words that stand as pictures in a book: initial letters, headings.
#pragma once

#include <cstddef>
#include <string_view>

#include "book/markup/markup.h"

namespace fullcast {

/// What a picture says in place of words: an initial letter whose word goes on behind it, or, where
/// a heading may stand, a heading. "" for any other picture.
std::string_view WordsOfPicture(const Markup& markup, std::size_t picture, bool may_be_heading);

/// Whether nothing else stands in the block of a picture, and no heading of the same number below.
bool StandsForHeading(const Markup& markup, std::size_t picture);

}  // namespace fullcast
