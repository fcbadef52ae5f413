// The package of an EPUB 2 or 3: what the book is, which files it has, in which order.
#pragma once

#include <string>
#include <vector>

#include "book/markup/contents_marks.h"
#include "book/source/archive.h"
#include "core/book.h"

namespace fullcast {

struct ManifestItem {
  std::string id;
  std::string file;  ///< in the archive
  std::string media_type;
  std::string properties;
};

/// A file of the reading order.
struct SpineItem {
  std::string file;
  std::string skip;  ///< why it is not read, as far as the package tells; empty: it is
};

struct EpubPackage {
  std::string file;  ///< the package document's own name in the archive
  bool is_epub2 = false;
  BookInfo info;
  bool has_language = false;  ///< the package names one
  std::vector<ManifestItem> manifest;
  std::vector<SpineItem> spine;
  std::string nav;         ///< the file of EPUB 3's contents, or empty
  std::string ncx;         ///< the file of EPUB 2's contents, or empty
  std::string cover_file;  ///< an image or a page with one, or empty
};

/// Reads META-INF/container.xml and the package it names (the first one). Throws Error: no EPUB, a
/// book encrypted by DRM, broken XML, no reading order.
EpubPackage ReadPackage(Archive& archive, const std::string& name);

/// The table of contents from the nav document, or from the NCX, or nothing.
std::vector<ContentsEntry> ReadContents(Archive& archive, const EpubPackage& package);

}  // namespace fullcast
