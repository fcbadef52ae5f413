#include "book/headings/title_letters.h"

#include "core/utf8.h"

namespace fullcast {

std::string TitleLetters(std::string_view title) {
  std::string letters;
  for (std::size_t position = 0; position < title.size();) {
    const char32_t c = NextCodePoint(title, position);
    if (c == '&') letters += "and";
    if (IsLetter(c) || IsDigit(c)) AppendUtf8(letters, ToLower(c));
  }
  return letters;
}

}  // namespace fullcast
