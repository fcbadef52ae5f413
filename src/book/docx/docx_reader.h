// Word documents: Office Open XML (ECMA-376), transitional or strict.
#pragma once

#include "book/formats.h"

namespace fullcast {

/// Reads a DOCX file. What is deleted under tracked changes, hidden, or a field's command is not
/// read. Throws Error: no DOCX, encrypted, broken XML, no text.
Book ReadDocx(BookFile file);

}  // namespace fullcast
