// Pictures inside books.
#pragma once

#include <string>
#include <string_view>

namespace fullcast {

/// Whether these are the bytes of a JPEG or a PNG.
bool IsPicture(std::string_view bytes);

/// Base64 of RFC 4648; other characters are left out.
std::string DecodeBase64(std::string_view text);

}  // namespace fullcast
