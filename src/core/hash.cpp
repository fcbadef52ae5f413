#include "core/hash.h"

#include <sodium.h>
#include <xxhash.h>

#include <array>

namespace fullcast {

namespace {

template <std::size_t kBytes>
std::string Hex(const unsigned char (&bytes)[kBytes]) {
  std::array<char, 2 * kBytes + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), bytes, kBytes);
  return hex.data();
}

}  // namespace

std::string ContentHash(std::string_view bytes) {
  unsigned char digest[16] = {};
  crypto_generichash(digest, sizeof(digest), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size(), nullptr, 0);
  return Hex(digest);
}

std::string Checksum(std::string_view bytes) {
  XXH128_canonical_t digest{};
  XXH128_canonicalFromHash(&digest, XXH3_128bits(bytes.data(), bytes.size()));
  return Hex(digest.digest);
}

}  // namespace fullcast
