// Raised numbers (<sup>): notes' marks and powers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "book/markup/markup.h"

namespace fullcast {

/// "[12]", "*", "†", "1": what stands for a note.
bool IsNoteMark(std::string_view text);

/// Whether the element that begins there is a raised number or sign without a link, behind a word
/// or a stop: no power ("10³", "x²", "cm²") and no ending ("4th").
bool IsRaisedNoteMark(const Markup& markup, std::size_t begin);

/// "³" for "3", "⁻⁶" for "-6"; "" for what is no raised number.
std::string RaisedNumber(std::string_view text);

}  // namespace fullcast
