// UTF-8 and the properties of characters that reading needs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fullcast {

/// U+FFFD, what a broken byte is read as.
inline constexpr char32_t kReplacementCharacter = 0xFFFD;

/// The code point at `position`, which is moved behind it. A byte that is no valid UTF-8 gives
/// kReplacementCharacter and moves by one. `position` must be inside the text.
char32_t NextCodePoint(std::string_view text, std::size_t& position);

/// The code point that ends at `position`, which is moved before it. `position` must be above 0.
char32_t PreviousCodePoint(std::string_view text, std::size_t& position);

void AppendUtf8(std::string& text, char32_t code_point);

[[nodiscard]] bool IsValidUtf8(std::string_view text);

/// What a byte means in Windows code page 1252; its five unassigned bytes are C1 controls, as in
/// the WHATWG Encoding Standard.
char32_t Cp1252CodePoint(unsigned char byte);

[[nodiscard]] bool IsLetter(char32_t c);
[[nodiscard]] bool IsUpper(char32_t c);
[[nodiscard]] bool IsLower(char32_t c);
[[nodiscard]] bool IsDigit(char32_t c);  ///< any decimal digit (Nd)
[[nodiscard]] bool IsSpace(char32_t c);  ///< white space, no-break and zero-width spaces included
char32_t ToLower(char32_t c);
char32_t ToUpper(char32_t c);

/// The text in lower case, code point by code point.
std::string Lowercase(std::string_view text);

/// The text without white space at its ends.
std::string_view Trim(std::string_view text);

}  // namespace fullcast
