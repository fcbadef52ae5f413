// Changes of roles as the command line writes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cast/presets.h"
#include "core/cast.h"
#include "core/script.h"

namespace fullcast {

/// One setting of one speaker's role.
struct RoleChange {
  std::string speaker;
  std::string field;  ///< "preset", or a voice's setting (see voice_json.h)
  std::string value;
};

/// Reads "elizabeth.pitch=62", or "elizabeth=alice", which changes the preset. Throws Error: a text
/// of another form, or a speaker that the script does not have (who is like it is named).
RoleChange ParseRoleChange(std::string_view text, const Script& script);

/// Reads "preset=alice,pitch=70": settings of one role, of `speaker`. Throws Error at a text of
/// another form.
std::vector<RoleChange> ParseTry(std::string_view text, const std::string& speaker);

/// Makes the changes in their order. A preset brings all its voice with it. Throws Error: an
/// unknown preset or setting, a value out of range; nothing is said of what the engine has.
void ApplyChanges(const std::vector<RoleChange>& changes, const Presets& presets, Cast& cast);

/// Whether the changes leave the loudness of this speaker's voice unknown: they alter its sound,
/// but neither choose a preset nor set the gain afterwards.
bool NeedCalibration(const std::vector<RoleChange>& changes, const std::string& speaker);

/// Throws Error, which names the most similar ids, if the script has no such speaker.
void CheckSpeaker(const Script& script, const std::string& speaker);

}  // namespace fullcast
