// Marks of emphasis in plain text: _italics_.
#pragma once

#include <string_view>
#include <vector>

#include "core/book.h"

namespace fullcast {

/// The well-formed pairs of underscores in a range of the text: each span begins at the opening
/// mark and ends behind the closing one. An opening mark stands before a word and behind no letter
/// or digit, a closing one the other way round; other underscores mean themselves.
std::vector<Span> FindEmphasis(std::string_view text, Span range);

}  // namespace fullcast
