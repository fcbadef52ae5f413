#include "cast/voice_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kLongestName = 60;
constexpr double kMostGainDb = 40;

struct NameField {
  std::string_view name;
  std::string Voice::*member;
  std::string_view what;
};

constexpr std::array<NameField, 2> kNameFields = {
    {{"voice", &Voice::engine_voice, "an eSpeak NG voice file, as in gmw/en-US"},
     {"variant", &Voice::variant, "an eSpeak NG variant, as in f3"}}};

struct IntegerField {
  std::string_view name;
  int Voice::*member;
  int least;
  int most;
};

constexpr std::array<IntegerField, 3> kIntegerFields = {
    {{"pitch", &Voice::pitch, 0, 99},
     {"range", &Voice::pitch_range, 0, 99},
     {"rate", &Voice::rate_wpm, kLeastRateWpm, kMostRateWpm}}};

constexpr std::string_view kGain = "gain";

// Names become paths below eSpeak NG's data: nothing may lead out of there.
bool IsFileName(std::string_view name) {
  return name.size() <= kLongestName && std::all_of(name.begin(), name.end(), [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return byte < 0x80 &&
                  (IsLetter(byte) || IsDigit(byte) || c == '-' || c == '_' || c == '/' || c == ' ');
         });
}

const std::string& FileName(const Json& value) {
  const std::string& name = value.AsString();
  if (!IsFileName(name)) {
    throw value.Wrong("\"" + name + "\" is no name of an eSpeak NG voice or variant");
  }
  return name;
}

// The whole text as a number, or nothing.
template <typename Number>
std::optional<Number> ParseNumber(std::string_view text) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stopped != end) return std::nullopt;
  return number;
}

}  // namespace

void ReadVoiceFields(const Json& object, Voice& voice) {
  for (const NameField& field : kNameFields) {
    if (const Json* name = object.Find(field.name)) voice.*field.member = FileName(*name);
  }
  for (const auto& [name, member, least, most] : kIntegerFields) {
    const Json* value = object.Find(name);
    if (value != nullptr) voice.*member = static_cast<int>(value->AsInteger(least, most));
  }
  if (const Json* gain = object.Find(kGain)) {
    voice.gain_db = JsonWriter::Kept(gain->AsNumber(-kMostGainDb, kMostGainDb));
  }
}

void WriteVoiceFields(JsonWriter& json, const Voice& voice, const Voice& base) {
  for (const NameField& field : kNameFields) {
    if (voice.*field.member != base.*field.member) {
      json.Key(field.name).String(voice.*field.member);
    }
  }
  for (const IntegerField& field : kIntegerFields) {
    if (voice.*field.member != base.*field.member) {
      json.Key(field.name).Integer(voice.*field.member);
    }
  }
  if (voice.gain_db != base.gain_db) json.Key(kGain).Number(voice.gain_db);
}

void SetVoiceField(Voice& voice, std::string_view field, std::string_view value) {
  for (const NameField& each : kNameFields) {
    if (each.name != field) continue;
    if (!IsFileName(value))
      throw Error(fmt::format("{} is {}, not \"{}\"", field, each.what, value));
    voice.*each.member = value;
    return;
  }
  for (const auto& [name, member, least, most] : kIntegerFields) {
    if (name != field) continue;
    const auto number = ParseNumber<int>(value);
    if (!number || *number < least || *number > most) {
      throw Error(
          fmt::format("{} is a whole number from {} to {}, not \"{}\"", field, least, most, value));
    }
    voice.*member = *number;
    return;
  }
  if (field == kGain) {
    const auto number = ParseNumber<double>(value);
    if (!number || !(*number >= -kMostGainDb && *number <= kMostGainDb)) {
      throw Error(fmt::format("{} is a number of dB from {} to {}, not \"{}\"", field, -kMostGainDb,
                              kMostGainDb, value));
    }
    voice.gain_db = JsonWriter::Kept(*number);
    return;
  }
  throw Error(fmt::format(
      "a voice has no \"{}\": it has preset, voice, variant, pitch, range, rate and gain", field));
}

}  // namespace fullcast
