// A voice's settings by name, as presets, casts and the command line write them: "voice",
// "variant", "pitch", "range", "rate", "gain".
#pragma once

#include <string>
#include <string_view>

#include "core/cast.h"
#include "core/json.h"
#include "core/json_writer.h"

namespace fullcast {

inline constexpr int kLeastRateWpm = 80;
inline constexpr int kMostRateWpm = 449;  ///< above it eSpeak NG resamples, slow and hollow

/// Sets those fields of `voice` that are members of the object; other members are not looked at.
/// Throws Error at a value of the wrong type, out of range, or that is no name of a voice file.
void ReadVoiceFields(const Json& object, Voice& voice);

/// Writes, into an open object, those fields that differ from `base`, always in the same order.
void WriteVoiceFields(JsonWriter& json, const Voice& voice, const Voice& base);

/// Sets the field of this name to what a person typed. Throws Error that names the fields there
/// are, or the values that the field may have.
void SetVoiceField(Voice& voice, std::string_view field, std::string_view value);

}  // namespace fullcast
