// What stands in books and is no language, at least none that the voice knows.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/book.h"

namespace fullcast {

/// A stretch of text that is left out, and why; a pattern of signs, where nothing is lost, has no
/// reason.
struct Unspeakable {
  Span span;
  std::string reason;
};

/// The stretches that the engine would spell out for minutes to nobody's use, in order and apart:
/// code (base64, hexadecimal), words without an end, patterns of signs, Chinese and Japanese in a
/// voice of another language ("Chinese letter Chinese letter ..."), scripts that it names by
/// number. Short ones are left to be read. `language`: the voice's. Linear.
std::vector<Unspeakable> FindUnspeakable(std::string_view text, std::string_view language);

}  // namespace fullcast
