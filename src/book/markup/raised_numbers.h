// Raised numbers (<sup>): notes' marks and powers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "book/markup/markup.h"

namespace fullcast {

/// "[12]", "*", "†", "1": what stands for a note.
bool IsNoteMark(std::string_view text);

/// Whether a raised number behind this text stands for a note and is no power ("10³", "x²", "cm²").
bool IsNoteBehind(std::string_view before, std::string_view number);

/// Whether the element that begins there is a raised number or sign without a link, behind a word
/// or a stop: no power and no ending ("4th").
bool IsRaisedNoteMark(const Markup& markup, std::size_t begin);

/// "³" for "3", "⁻⁶" for "-6"; "" for what is no raised number.
std::string RaisedNumber(std::string_view text);

}  // namespace fullcast
