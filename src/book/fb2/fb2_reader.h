// FictionBook 2.
#pragma once

#include "book/formats.h"

namespace fullcast {

/// Reads an FB2 file, in the encoding it declares. Throws Error: broken XML, no text.
Book ReadFb2(BookFile file);

/// Reads a ZIP archive with an FB2 file in it: the first one. Throws Error, also if there is none.
Book ReadZippedFb2(BookFile file);

}  // namespace fullcast
