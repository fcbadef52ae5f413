// What a user writes down about a book: book.json in a folder of chapters, lamp.book.json beside
// lamp.epub.
#pragma once

#include <filesystem>

#include "core/book.h"

namespace fullcast {

/// Takes over what the file tells, if it is there; the path of a cover is relative to it. Throws
/// Error with file, line and column.
void TakeInfoFile(const std::filesystem::path& path, BookInfo& info);

}  // namespace fullcast
