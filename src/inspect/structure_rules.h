// What can be told of a file without decoding it. Private to this room.
#pragma once

#include <vector>

#include "core/inspection.h"
#include "encode/audio_file.h"
#include "inspect/limits.h"

namespace fullcast {

/// Chapters and their tables, index, cover, tags, gapless info, limits of players; a finding a
/// rule, the first fault of each. `alone`: the file is a whole book, not one of a folder's.
std::vector<Finding> CheckStructure(const AudioFileInfo& file, const Limits& limits, bool alone);

}  // namespace fullcast
