// The characters of a book's file as it lies on disk.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/utf16.h"

namespace fullcast {

/// A byte that is no UTF-8 counts as Windows-1252. A byte order mark is a character, U+FEFF.
class SourceCharacters {
 public:
  /// The bytes must outlive it.
  explicit SourceCharacters(std::string_view bytes) : bytes_(bytes), utf16_(DetectUtf16(bytes)) {}

  /// The character at `position`, which is moved behind it and must be inside the file.
  char32_t Next(std::size_t& position) const;

 private:
  std::string_view bytes_;
  Utf16 utf16_;
};

}  // namespace fullcast
