#include "script/source_character.h"

#include "core/utf8.h"

namespace fullcast {

char32_t SourceCharacters::Next(std::size_t& position) const {
  if (utf16_ != Utf16::kNone && position + 1 < bytes_.size()) {
    position -= position % 2;
    const char32_t unit = Utf16Unit(bytes_, position, utf16_);
    position += 2;
    return unit;
  }
  const std::size_t before = position;
  const char32_t c = NextCodePoint(bytes_, position);
  const bool broken = c == kReplacementCharacter && position - before == 1;
  return broken ? Cp1252CodePoint(static_cast<unsigned char>(bytes_[before])) : c;
}

}  // namespace fullcast
