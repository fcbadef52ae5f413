// What an EPUB's package tells of the book.
#pragma once

#include "book/epub/epub_package.h"
#include "book/markup/markup.h"

namespace fullcast {

/// Reads Dublin Core, EPUB 3's refinements and collections, calibre's series and EPUB 2's cover
/// into the package, whose manifest is read already.
void ReadMetadata(const Markup& markup, EpubPackage& package);

}  // namespace fullcast
