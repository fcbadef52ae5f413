// Files that are one book. Private to this room.
#pragma once

#include <vector>

#include "core/inspection.h"

namespace fullcast {

/// Numbers in order and without a gap, one format, one loudness. The files are in the order of
/// their names.
std::vector<Finding> CheckFolder(const std::vector<InspectedFile>& files);

}  // namespace fullcast
