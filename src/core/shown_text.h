// Text on its way to a terminal or into a file of ours: names of files hold any bytes, and titles
// of books any characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fullcast {

/// The text with U+FFFD in place of each byte that is no valid UTF-8.
std::string ValidUtf8(std::string_view text);

/// The text without control characters, which could command a terminal, but for tabs and ends of
/// lines. Bytes that are no UTF-8 stay.
std::string WithoutControls(std::string_view text);

/// The text on one line in at most so many columns of a terminal (UAX #11): without control
/// characters, and with "..." in place of what is too much.
std::string CutToColumns(std::string_view text, std::size_t columns);

}  // namespace fullcast
