#include "cast/voice_json.h"

#include <string>

#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kLongestName = 60;
constexpr double kMostGainDb = 40;

// Names become paths below eSpeak NG's data: nothing may lead out of there.
const std::string& FileName(const Json& value) {
  const std::string& name = value.AsString();
  bool good = name.size() <= kLongestName;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    good = good && byte < 0x80 &&
           (IsLetter(byte) || IsDigit(byte) || c == '-' || c == '_' || c == '/' || c == ' ');
  }
  if (!good) throw value.Wrong("\"" + name + "\" is no name of an eSpeak NG voice or variant");
  return name;
}

int Integer(const Json& value, int least, int most) {
  return static_cast<int>(value.AsInteger(least, most));
}

}  // namespace

void ReadVoiceFields(const Json& object, Voice& voice) {
  if (const Json* name = object.Find("voice")) voice.engine_voice = FileName(*name);
  if (const Json* variant = object.Find("variant")) voice.variant = FileName(*variant);
  if (const Json* pitch = object.Find("pitch")) voice.pitch = Integer(*pitch, 0, 99);
  if (const Json* range = object.Find("range")) voice.pitch_range = Integer(*range, 0, 99);
  if (const Json* rate = object.Find("rate")) {
    voice.rate_wpm = Integer(*rate, kLeastRateWpm, kMostRateWpm);
  }
  if (const Json* gain = object.Find("gain")) {
    voice.gain_db = gain->AsNumber(-kMostGainDb, kMostGainDb);
  }
}

void WriteVoiceFields(JsonWriter& json, const Voice& voice, const Voice& base) {
  if (voice.engine_voice != base.engine_voice) json.Key("voice").String(voice.engine_voice);
  if (voice.variant != base.variant) json.Key("variant").String(voice.variant);
  if (voice.pitch != base.pitch) json.Key("pitch").Integer(voice.pitch);
  if (voice.pitch_range != base.pitch_range) json.Key("range").Integer(voice.pitch_range);
  if (voice.rate_wpm != base.rate_wpm) json.Key("rate").Integer(voice.rate_wpm);
  if (voice.gain_db != base.gain_db) json.Key("gain").Number(voice.gain_db);
}

}  // namespace fullcast
