// The formats that a file of a book may have. A new one is a reader and a line in formats.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/book.h"

namespace fullcast {

/// A file to be read.
struct BookFile {
  std::string name;  ///< for messages and Book::sources
  std::string bytes;
  std::string title;         ///< of the book (or chapter), if the file does not tell
  bool one_of_many = false;  ///< a file in a folder of chapters: normally one chapter
};

/// Makes a book with one source of a file. Throws Error if it can't be read.
using Reader = Book (*)(BookFile file);

/// The reader for a file of this name: by how the name ends, in upper or lower case; plain text for
/// every name that no other reader knows.
Reader ReaderFor(const std::filesystem::path& path);

/// Whether a file of this name can be a book: some format has its extension, and it isn't hidden.
bool IsBookFile(const std::filesystem::path& path);

/// Whether a file of this name in a folder of chapters is one of them.
bool IsChapterFile(const std::filesystem::path& path);

}  // namespace fullcast
