// A folder with a file a chapter.
#pragma once

#include <filesystem>
#include <string_view>

#include "core/book.h"

namespace fullcast {

/// Reads every chapter file of the folder (see IsChapterFile) in the natural order of their names
/// ("2.txt" before "10.txt"), and what book.json tells of the book; a cover is a path relative to
/// the folder. A file is one chapter, named by its heading or else by its file, unless it has
/// several chapter headings. Throws Error when there is no chapter, or a file can't be read.
Book ReadFolder(const std::filesystem::path& folder);

/// The order of names in which numbers count as numbers and case does not matter.
bool NaturalLess(std::string_view a, std::string_view b);

}  // namespace fullcast
