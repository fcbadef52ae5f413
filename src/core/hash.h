// Names and checksums of content.
#pragma once

#include <string>
#include <string_view>

namespace fullcast {

/// BLAKE2b (RFC 7693) of the bytes, 128 bits in 32 lower-case hexadecimal digits.
std::string ContentHash(std::string_view bytes);

/// XXH3 of the bytes (xxHash's specification, 128 bits) in as many digits: tells damage by chance
/// as well, at the speed of memory, but bytes with a given checksum are easily made.
std::string Checksum(std::string_view bytes);

}  // namespace fullcast
