// How much sound a text can reasonably make.
#pragma once

#include <cstddef>
#include <string_view>

namespace fullcast {

/// Bounds on the samples of a text's sound, both inclusive, and what running English seldom
/// exceeds.
struct PlausibleLength {
  std::size_t least = 0;
  std::size_t usual = 0;
  std::size_t most = 0;
};

/// Wide bounds around 15 characters a second at 175 words a minute, scaled with the rate. They
/// catch an engine that skips a text or floods it, yet let names of characters pass, which take up
/// to ten times as long as words. `least` counts letters and digits only.
PlausibleLength PlausibleLengthOf(std::string_view text, int rate_wpm);

/// Whether anything in the text is spoken: a letter, a digit, a symbol, but not punctuation.
bool HasAnythingToSpeak(std::string_view text);

}  // namespace fullcast
