// The encoding of a text that names none.
#pragma once

#include <string>
#include <string_view>

namespace fullcast {

/// Of a text that is no UTF-8: "windows-1251", "koi8-r" or "ibm866" if its letters are then mostly
/// Russian's most frequent ones, as hardly any other text's are; else "": Latin letters with
/// accents here and there.
std::string GuessCharset(std::string_view bytes);

}  // namespace fullcast
