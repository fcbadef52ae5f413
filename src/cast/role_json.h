// A role as casts write it: a preset's name and what differs from it.
#pragma once

#include "cast/presets.h"
#include "core/cast.h"
#include "core/json.h"
#include "core/json_writer.h"

namespace fullcast {

/// Reads "preset" and a voice's fields of an object; other members are not looked at. Throws Error
/// at a preset that is not among `presets` and at a value that is wrong.
Role ReadRole(const Json& object, const Presets& presets);

/// Writes, into an open object, the preset and those fields that differ from it: all, if it is not
/// among `presets`.
void WriteRole(JsonWriter& json, const Role& role, const Presets& presets);

/// What a voice would have in no file, so that every field of any voice differs from it.
Voice NoVoice();

}  // namespace fullcast
