#include "audio/profile.h"

#include "core/file.h"
#include "core/json.h"
#include "core/pcm.h"

namespace fullcast {
namespace {

constexpr int kLongestPauseMs = 60000;

struct PauseName {
  const char* name;
  Pause pause;
};

constexpr PauseName kPauseNames[] = {
    {"none", Pause::kNone},           {"clause", Pause::kClause},   {"sentence", Pause::kSentence},
    {"paragraph", Pause::kParagraph}, {"speaker", Pause::kSpeaker}, {"scene", Pause::kScene},
    {"heading", Pause::kHeading},     {"chapter", Pause::kChapter}};

void ReadPauses(const Json& object, Profile& profile) {
  object.AllowOnly(
      {"none", "clause", "sentence", "paragraph", "speaker", "scene", "heading", "chapter"});
  for (const auto& [name, pause] : kPauseNames) {
    if (const Json* value = object.Find(name)) {
      profile.pauses_ms[static_cast<std::size_t>(pause)] =
          static_cast<int>(value->AsInteger(0, kLongestPauseMs));
    }
  }
}

}  // namespace

std::size_t Profile::PauseSamples(Pause pause, int rate_wpm) const {
  const double at_reference = pauses_ms.at(static_cast<std::size_t>(pause));
  return SamplesIn(at_reference * reference_rate_wpm / rate_wpm);
}

Profile ParseProfile(std::string_view text, const std::string& file) {
  const Json json = Json::Parse(text, file);
  json.AllowOnly({"name", "pauses_ms", "reference_rate_wpm", "loudness_lufs", "peak_db"});
  Profile profile;
  profile.name = json.StringOr("name", profile.name);
  if (const Json* pauses = json.Find("pauses_ms")) ReadPauses(*pauses, profile);
  if (const Json* rate = json.Find("reference_rate_wpm")) {
    profile.reference_rate_wpm = static_cast<int>(rate->AsInteger(80, 449));
  }
  if (const Json* loudness = json.Find("loudness_lufs")) {
    profile.loudness_lufs = loudness->AsNumber(-40, -9);
  }
  if (const Json* peak = json.Find("peak_db")) profile.peak_db = peak->AsNumber(-20, 0);
  return profile;
}

Profile ReadProfile(const std::filesystem::path& path) {
  return ParseProfile(ReadFile(path), path.string());
}

}  // namespace fullcast
