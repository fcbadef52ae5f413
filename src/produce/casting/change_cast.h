// Tuning a cast from the command line.
#pragma once

#include <vector>

#include "cast/presets.h"
#include "cast/role_change.h"
#include "core/cast.h"

namespace fullcast {

/// ApplyChanges(), and the loudness of voices that sound otherwise now is measured (in a process of
/// its own), so that no line is louder or softer than the others. Throws Error also for what the
/// engine does not have.
void ChangeCast(const std::vector<RoleChange>& changes, const Presets& presets, Cast& cast);

}  // namespace fullcast
