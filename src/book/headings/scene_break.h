// Marks between scenes.
#pragma once

#include <string_view>

namespace fullcast {

inline constexpr const char* kSceneBreakReason = "scene break";

/// Whether a line is "* * *", "---", "#" and the like: nothing that could be meant to be read.
bool IsSceneBreak(std::string_view line);

}  // namespace fullcast
