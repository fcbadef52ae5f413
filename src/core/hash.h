// Names for content.
#pragma once

#include <string>
#include <string_view>

namespace fullcast {

/// BLAKE2b (RFC 7693) of the bytes, 128 bits in 32 lower-case hexadecimal digits.
std::string ContentHash(std::string_view bytes);

}  // namespace fullcast
