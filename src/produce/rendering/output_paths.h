// What an audiobook's files are called.
#pragma once

#include <filesystem>
#include <vector>

#include "core/script.h"
#include "produce/rendering/render.h"

namespace fullcast {

/// The files of one of the deliveries: one, or one a chapter of the script, named
/// "<number> - <title>" in a folder that is called as the output without its extension. In a
/// library of Audiobookshelf they lie in the book's folder, and one file is called as the book.
std::vector<std::filesystem::path> OutputPaths(const Script& script, const RenderOptions& options,
                                               const Delivery& delivery);

/// Where a user finds the first delivery: its file, or the folder that a layout puts it in.
std::filesystem::path PlaceOf(const Script& script, const RenderOptions& options);

/// A text as a file's name on every system: without control characters, separators and what Windows
/// forbids, not hidden, no device of Windows, and not longer than this. It may be empty.
std::string FileNameFrom(std::string_view text, std::size_t most_bytes = 120);

}  // namespace fullcast
