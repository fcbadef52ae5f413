// The characters of a book's file as it lies on disk.
#pragma once

#include <cstddef>
#include <string_view>

namespace fullcast {

/// The character of a file at `position`, which is moved behind it and must be inside the file.
/// UTF-16 is known by its byte order mark; a byte that is no UTF-8 counts as Windows-1252. The mark
/// itself is a character, U+FEFF.
char32_t NextSourceCharacter(std::string_view bytes, std::size_t& position);

}  // namespace fullcast
