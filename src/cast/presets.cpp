#include "cast/presets.h"

#include <algorithm>

#include "cast/voice_json.h"
#include "core/error.h"
#include "core/file.h"
#include "core/json.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostPresets = 500;  // casting looks at every pair

Gender ReadSex(const Json& value) {
  const std::string& sex = value.AsString();
  if (sex == "male") return Gender::kMale;
  if (sex == "female") return Gender::kFemale;
  throw value.Wrong("unknown sex \"" + sex + "\"; known are male and female");
}

Age ReadAge(const Json& value) {
  const std::string& age = value.AsString();
  if (age == "child") return Age::kChild;
  if (age == "young") return Age::kYoung;
  if (age == "adult") return Age::kAdult;
  if (age == "old") return Age::kOld;
  throw value.Wrong("unknown age \"" + age + "\"; known are child, young, adult and old");
}

VoiceMeasures ReadMeasures(const Json& json) {
  json.AllowOnly({"f0_hz", "f0_spread_semitones", "centroid_hz", "tempo_wpm", "mfcc"});
  VoiceMeasures measured;
  measured.f0_hz = json.At("f0_hz").AsNumber(20, 1000);
  measured.f0_spread_semitones = json.At("f0_spread_semitones").AsNumber(0, 60);
  measured.centroid_hz = json.At("centroid_hz").AsNumber(20, 11025);
  measured.tempo_wpm = json.At("tempo_wpm").AsNumber(20, 1000);
  const auto& mfcc = json.At("mfcc").AsArray();
  if (mfcc.size() != measured.mfcc.size()) throw json.At("mfcc").Wrong("expected six numbers");
  for (std::size_t i = 0; i < mfcc.size(); ++i) measured.mfcc[i] = mfcc[i].AsNumber(-100, 100);
  return measured;
}

Preset ReadPreset(const Json& json) {
  json.AllowOnly({"name", "sex", "age", "language", "quality", "narrator", "description", "voice",
                  "variant", "pitch", "range", "rate", "gain", "measured"});
  Preset preset;
  preset.name = json.At("name").AsString();
  if (preset.name.empty()) throw json.At("name").Wrong("a preset needs a name");
  preset.sex = ReadSex(json.At("sex"));
  preset.language = json.At("language").AsString();
  if (PrimaryLanguage(preset.language).empty()) {
    throw json.At("language").Wrong("expected a language such as \"en\" or \"en-GB\"");
  }
  if (const Json* age = json.Find("age")) preset.age = ReadAge(*age);
  if (const Json* quality = json.Find("quality")) {
    preset.quality = static_cast<int>(quality->AsInteger(1, 10));
  }
  if (const Json* narrator = json.Find("narrator")) preset.narrator = narrator->AsBool();
  preset.description = json.StringOr("description", "");
  if (json.At("voice").AsString().empty()) throw json.At("voice").Wrong("a preset needs a voice");
  ReadVoiceFields(json, preset.voice);
  if (const Json* measured = json.Find("measured")) preset.measured = ReadMeasures(*measured);
  return preset;
}

}  // namespace

Presets Presets::Parse(std::string_view text, const std::string& file) {
  const Json json = Json::Parse(text, file);
  json.AllowOnly({"presets"});
  Presets presets;
  const auto& elements = json.At("presets").AsArray();
  if (elements.size() > kMostPresets) {
    throw json.Wrong("more than " + std::to_string(kMostPresets) + " presets");
  }
  for (const Json& each : elements) {
    Preset preset = ReadPreset(each);
    if (presets.Find(preset.name) != nullptr) {
      throw each.At("name").Wrong("a second preset named \"" + preset.name + "\"");
    }
    presets.presets_.push_back(std::move(preset));
  }
  return presets;
}

Presets Presets::Read(const std::vector<std::filesystem::path>& files) {
  Presets presets;
  for (const auto& file : files) presets.Override(Parse(ReadFile(file), file.string()));
  return presets;
}

void Presets::Override(const Presets& other) {
  for (const Preset& theirs : other.presets_) {
    const auto ours = std::find_if(presets_.begin(), presets_.end(),
                                   [&](const Preset& p) { return p.name == theirs.name; });
    if (ours == presets_.end()) {
      presets_.push_back(theirs);
    } else {
      *ours = theirs;
    }
  }
}

const Preset* Presets::Find(std::string_view name) const {
  const auto found = std::find_if(presets_.begin(), presets_.end(),
                                  [&](const Preset& preset) { return preset.name == name; });
  return found == presets_.end() ? nullptr : &*found;
}

std::vector<Preset> Presets::OfLanguage(std::string_view language) const {
  const std::string wanted = PrimaryLanguage(language);
  std::vector<Preset> found;
  std::copy_if(presets_.begin(), presets_.end(), std::back_inserter(found),
               [&](const Preset& p) { return PrimaryLanguage(p.language) == wanted; });
  return found;
}

}  // namespace fullcast
