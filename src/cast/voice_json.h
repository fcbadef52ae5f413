// A voice's settings as they are written in presets and casts: "voice", "variant", "pitch",
// "range", "rate", "gain".
#pragma once

#include "core/cast.h"
#include "core/json.h"

namespace fullcast {

inline constexpr int kLeastRateWpm = 80;
inline constexpr int kMostRateWpm = 449;  ///< above it eSpeak NG resamples, slow and hollow

/// Sets those fields of `voice` that are members of the object; other members are not looked at.
/// Throws Error at a value of the wrong type, out of range, or that is no name of a voice file.
void ReadVoiceFields(const Json& object, Voice& voice);

/// Writes, into an open object, those fields that differ from `base`, always in the same order.
void WriteVoiceFields(JsonWriter& json, const Voice& voice, const Voice& base);

}  // namespace fullcast
