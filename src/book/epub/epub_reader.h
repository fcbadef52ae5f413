// EPUB 2 and 3.
#pragma once

#include "book/formats.h"

namespace fullcast {

/// See Reader. The spine gives the order, the contents give chapters and titles. Throws Error also
/// where the book is encrypted.
Book ReadEpub(BookFile file);

}  // namespace fullcast
