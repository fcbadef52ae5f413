// What an audiobook's files are called.
#pragma once

#include <filesystem>
#include <vector>

#include "core/script.h"
#include "produce/rendering/render.h"

namespace fullcast {

/// The files of one of the deliveries: one, or one a chapter of the script, named
/// "<number> - <title>" in a folder that is called as the output without its extension.
std::vector<std::filesystem::path> OutputPaths(const Script& script, const RenderOptions& options,
                                               const Delivery& delivery);

/// A text as a file's name on every system: without control characters, separators and what Windows
/// forbids, at most 120 bytes.
std::string FileNameFrom(std::string_view text);

}  // namespace fullcast
