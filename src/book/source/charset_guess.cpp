#include "book/source/charset_guess.h"

#include <array>
#include <cstddef>

namespace fullcast {

namespace {

constexpr std::size_t kEnough = 100'000;  // bytes that are looked at

// An encoding, and the bytes of о е а и н т с р в л in it: two thirds of the letters of a text.
struct Cyrillic {
  std::string_view name;
  std::string_view frequent;
};
constexpr std::array<Cyrillic, 3> kEncodings = {
    {{"windows-1251", "\xEE\xE5\xE0\xE8\xED\xF2\xF1\xF0\xE2\xEB"},
     {"koi8-r", "\xCF\xC5\xC1\xC9\xCE\xD4\xD3\xD2\xD7\xCC"},
     {"ibm866", "\xAE\xA5\xA0\xA8\xAD\xE2\xE1\xE0\xA2\xAB"}}};

bool IsAsciiLetter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

std::string GuessCharset(std::string_view bytes) {
  bytes = bytes.substr(0, kEnough);
  std::array<std::size_t, 256> counts{};
  std::size_t high = 0;
  std::size_t latin = 0;
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    ++counts[c];
    if (c >= 0x80) ++high;
    if (IsAsciiLetter(c)) ++latin;
  }
  if (high <= latin) return {};
  for (const Cyrillic& encoding : kEncodings) {
    std::size_t frequent = 0;
    for (const char byte : encoding.frequent) frequent += counts[static_cast<unsigned char>(byte)];
    if (frequent * 2 > high) return std::string(encoding.name);
  }
  return {};
}

}  // namespace fullcast
