// Scene breaks that have no text: empty paragraphs and ornaments.
#pragma once

#include <cstddef>
#include <set>

#include "book/markup/markup.h"

namespace fullcast {

/// The beginnings of paragraphs that stand between two others and hold nothing but a no-break
/// space, a line break, or a picture that comes more than once. None where a document has so many
/// that they only space its paragraphs.
std::set<std::size_t> SceneBreakElements(const Markup& markup);

}  // namespace fullcast
