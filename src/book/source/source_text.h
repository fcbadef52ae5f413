// The bytes of a book's file as UTF-8 text that knows where each of its bytes comes from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/book.h"

namespace fullcast {

struct SourceText {
  std::string text;               ///< valid UTF-8, without a byte order mark
  std::vector<SourceStep> map;    ///< from `text` to the file; the first step is at text 0
  std::size_t source_size = 0;    ///< bytes of the file
  std::size_t foreign_bytes = 0;  ///< read as `charset`, since they were no UTF-8
  std::size_t first_foreign = 0;  ///< offset in the file of the first of them
  std::string charset = "Windows-1252";
  std::string name;  ///< of the file, for messages

  /// The offset in the file of a byte of `text`; the end of `text` gives the end of the file.
  [[nodiscard]] std::size_t SourceOffset(std::size_t text_offset) const;
};

/// Reads UTF-8 and UTF-16, each with or without a byte order mark. Bytes that are no UTF-8
/// are read as Windows-1252, or the whole text as GuessCharset() says; unpaired surrogates as
/// U+FFFD. `name` is for messages. Throws Error when nothing but white space is there, or NUL bytes
/// that are no UTF-16: a binary file.
SourceText Decode(std::string_view bytes, const std::string& name);

/// What Decode() has to tell the user about this file, or nothing.
std::vector<std::string> DecodingWarnings(const SourceText& source, std::string_view bytes,
                                          const std::string& name);

}  // namespace fullcast
