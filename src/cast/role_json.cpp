#include "cast/role_json.h"

#include <limits>

#include "cast/voice_json.h"

namespace fullcast {

Role ReadRole(const Json& object, const Presets& presets) {
  const Json& name = object.At("preset");
  const Preset* preset = presets.Find(name.AsString());
  if (preset == nullptr) {
    throw name.Wrong("there is no voice preset \"" + name.AsString() +
                     "\": `fullcast voices` lists them");
  }
  Role role{preset->name, preset->voice};
  ReadVoiceFields(object, role.voice);
  return role;
}

void WriteRole(JsonWriter& json, const Role& role, const Presets& presets) {
  const Preset* preset = presets.Find(role.preset);
  json.Key("preset").String(role.preset);
  WriteVoiceFields(json, role.voice, preset != nullptr ? preset->voice : NoVoice());
}

Voice NoVoice() {
  return {.engine_voice = "",
          .variant = "?",
          .pitch = -1,
          .pitch_range = -1,
          .rate_wpm = -1,
          .gain_db = std::numeric_limits<double>::infinity()};
}

}  // namespace fullcast
