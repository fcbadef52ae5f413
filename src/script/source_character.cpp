#include "script/source_character.h"

#include "core/utf8.h"

namespace fullcast {

char32_t NextSourceCharacter(std::string_view bytes, std::size_t& position) {
  const bool little = bytes.starts_with("\xFF\xFE");
  if ((little || bytes.starts_with("\xFE\xFF")) && position + 1 < bytes.size()) {
    position -= position % 2;
    const auto first = static_cast<unsigned char>(bytes[position]);
    const auto second = static_cast<unsigned char>(bytes[position + 1]);
    position += 2;
    return static_cast<char32_t>(little ? first | second << 8 : first << 8 | second);
  }
  const std::size_t before = position;
  const char32_t c = NextCodePoint(bytes, position);
  const bool broken = c == kReplacementCharacter && position - before == 1;
  return broken ? Cp1252CodePoint(static_cast<unsigned char>(bytes[before])) : c;
}

}  // namespace fullcast
