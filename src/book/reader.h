// Books from disk.
#pragma once

#include <filesystem>

#include "core/book.h"

namespace fullcast {

/// Reads a folder of chapters, or a file in the format of its extension, else as plain text.
/// lamp.book.json beside lamp.epub overrides what the file tells of its book. Throws
/// Error, with the file's name: missing, unreadable, empty, binary, a folder without chapters.
Book ReadBook(const std::filesystem::path& path);

}  // namespace fullcast
