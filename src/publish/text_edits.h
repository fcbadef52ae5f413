// Changes to somebody's document that leave all else to the byte.
#pragma once

#include <span>
#include <string>

#include "core/book.h"

namespace fullcast {

/// These bytes of a document give place to a text.
struct TextEdit {
  Span place;
  std::string text;
};

/// Throws Error, with the document's name, if it is in UTF-16, which no edit in ASCII fits into.
void RefuseUtf16(const std::string& document, const std::string& name);

/// The document with these edits, which ascend and are apart.
std::string ApplyEdits(const std::string& document, std::span<const TextEdit> edits);

}  // namespace fullcast
