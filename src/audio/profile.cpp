#include "audio/profile.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>

#include "core/file.h"
#include "core/json.h"

namespace fullcast {
namespace {

constexpr int kLongestPauseMs = 60000;

// In the order of the Pause classes.
constexpr std::array<std::string_view, kPauses> kPauseNames = {
    "none",      "clause",  "dash",  "ellipsis", "sentence",
    "paragraph", "speaker", "scene", "heading",  "chapter"};

void ReadPauses(const Json& object, Profile& profile) {
  for (const auto& [key, value] : object.AsObject()) {
    const auto* const name = std::find(kPauseNames.begin(), kPauseNames.end(), key);
    if (name == kPauseNames.end()) {
      throw value.Wrong(
          fmt::format("there is no pause \"{}\"; there are {}", key, fmt::join(kPauseNames, ", ")));
    }
    profile.pauses_ms.at(static_cast<std::size_t>(name - kPauseNames.begin())) =
        static_cast<int>(value.AsInteger(0, kLongestPauseMs));
  }
}

// A level, or null for none.
std::optional<double> ReadLevel(const Json& json, double least, double most) {
  if (json.type() == Json::Type::kNull) return std::nullopt;
  return json.AsNumber(least, most);
}

int ReadSampleRate(const Json& json) {
  const std::int64_t rate_hz = json.AsInteger(0, 1'000'000);
  if (rate_hz != kSampleRateHz && rate_hz != 2 * std::int64_t{kSampleRateHz}) {
    throw json.Wrong(
        fmt::format("a file's sample rate is {} or {} Hz", kSampleRateHz, 2 * kSampleRateHz));
  }
  return static_cast<int>(rate_hz);
}

}  // namespace

std::size_t Profile::PauseSamples(Pause pause, int rate_wpm) const {
  const double at_reference = pauses_ms.at(static_cast<std::size_t>(pause));
  return SamplesIn(at_reference * reference_rate_wpm / rate_wpm);
}

Profile ParseProfile(std::string_view text, const std::string& file) {
  const Json json = Json::Parse(text, file);
  json.AllowOnly({"name", "pauses_ms", "chapter_lead_ms", "reference_rate_wpm", "loudness_lufs",
                  "peak_db", "makeup_db", "high_pass_hz", "room_tone_db", "sample_rate_hz"});
  Profile profile;
  profile.name = json.StringOr("name", profile.name);
  if (const Json* pauses = json.Find("pauses_ms")) ReadPauses(*pauses, profile);
  if (const Json* lead = json.Find("chapter_lead_ms")) {
    profile.chapter_lead_ms = static_cast<int>(lead->AsInteger(0, kLongestPauseMs));
  }
  if (const Json* rate = json.Find("reference_rate_wpm")) {
    profile.reference_rate_wpm = static_cast<int>(rate->AsInteger(80, 449));
  }
  if (const Json* loudness = json.Find("loudness_lufs")) {
    profile.loudness_lufs = ReadLevel(*loudness, -40, -9);
  }
  if (const Json* peak = json.Find("peak_db")) profile.peak_db = peak->AsNumber(-20, 0);
  if (const Json* makeup = json.Find("makeup_db")) profile.makeup_db = makeup->AsNumber(0, 12);
  if (const Json* cutoff = json.Find("high_pass_hz")) {
    profile.high_pass_hz = cutoff->AsNumber(0, 150);
  }
  if (const Json* tone = json.Find("room_tone_db")) {
    profile.room_tone_db = ReadLevel(*tone, -96, -50);
  }
  if (const Json* rate = json.Find("sample_rate_hz")) {
    profile.sample_rate_hz = ReadSampleRate(*rate);
  }
  return profile;
}

Profile ReadProfile(const std::filesystem::path& path) {
  return ParseProfile(ReadFile(path), path.string());
}

}  // namespace fullcast
