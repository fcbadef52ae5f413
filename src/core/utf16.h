// UTF-16: how a file's bytes tell that they are it, and its characters.
#pragma once

#include <cstddef>
#include <string_view>

namespace fullcast {

enum class Utf16 { kNone, kLittleEndian, kBigEndian };

/// Known by a byte order mark, or without one by NULs at the one half of each unit only: spaces,
/// line ends and the letters of many languages have them there, in a binary file they stand
/// anywhere.
Utf16 DetectUtf16(std::string_view bytes);

/// Whether the bytes begin with a mark of UTF-16.
bool HasUtf16Mark(std::string_view bytes);

/// The unit at `position`; two bytes must be there.
char32_t Utf16Unit(std::string_view bytes, std::size_t position, Utf16 order);

}  // namespace fullcast
