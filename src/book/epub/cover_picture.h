// The cover of an EPUB.
#pragma once

#include <string>

#include "book/epub/epub_package.h"
#include "book/source/archive.h"

namespace fullcast {

/// The bytes of the cover's JPEG or PNG: the file the package names, the picture inside it where
/// that is an SVG or a page; empty where there is none.
std::string ReadCover(Archive& archive, const EpubPackage& package);

}  // namespace fullcast
