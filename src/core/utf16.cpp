#include "core/utf16.h"

namespace fullcast {

namespace {

constexpr std::string_view kLittleEndianMark = "\xFF\xFE";
constexpr std::string_view kBigEndianMark = "\xFE\xFF";

}  // namespace

bool HasUtf16Mark(std::string_view bytes) {
  return bytes.starts_with(kLittleEndianMark) || bytes.starts_with(kBigEndianMark);
}

Utf16 DetectUtf16(std::string_view bytes) {
  constexpr std::size_t kEnough = 4'096;
  constexpr std::size_t kUnitsToANul = 20;  // a space or a line end in so many is the least
  constexpr std::size_t kFewest = 2;        // NULs
  if (bytes.starts_with(kLittleEndianMark)) return Utf16::kLittleEndian;
  if (bytes.starts_with(kBigEndianMark)) return Utf16::kBigEndian;
  if (bytes.size() % 2 != 0) return Utf16::kNone;
  const std::string_view front = bytes.substr(0, kEnough);
  std::size_t even = 0;  // NULs at even places
  std::size_t odd = 0;
  for (std::size_t i = 0; i < front.size(); ++i) {
    if (front[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  const std::size_t least = front.size() / 2 / kUnitsToANul;
  if (even == 0 && odd >= kFewest && odd >= least) return Utf16::kLittleEndian;
  if (odd == 0 && even >= kFewest && even >= least) return Utf16::kBigEndian;
  return Utf16::kNone;
}

char32_t Utf16Unit(std::string_view bytes, std::size_t position, Utf16 order) {
  const auto first = static_cast<unsigned char>(bytes[position]);
  const auto second = static_cast<unsigned char>(bytes[position + 1]);
  return static_cast<char32_t>(order == Utf16::kLittleEndian ? first | second << 8
                                                             : first << 8 | second);
}

}  // namespace fullcast
