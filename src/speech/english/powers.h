// Powers, as other rules of reading need them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "speech/spoken_text.h"

namespace fullcast::english {

/// An exponent as it stands: "³", "⁻⁶", "^10".
struct Power {
  std::string digits;  ///< ASCII, at most 3
  bool negative = false;
  std::size_t length = 0;  ///< characters in the text
};

/// The exponent that begins at a place.
std::optional<Power> PowerAt(const TextView& text, std::size_t at);

/// "squared", "cubed", "to the 6th", "to the minus 3".
std::string SayPower(const Power& power);

}  // namespace fullcast::english
