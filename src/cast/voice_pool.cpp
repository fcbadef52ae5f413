#include "cast/voice_pool.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <tuple>

#include "cast/voice_json.h"
#include "cast/voice_space.h"
#include "core/error.h"

namespace fullcast {

namespace {

constexpr const char* kBestEquipped = "en";  // its presets serve the other languages
constexpr int kPitchStep = 6;                // about one semitone
constexpr int kMostPitchSteps = 2;
constexpr double kRateStep = 0.08;
constexpr int kRangeStep = 6;

struct PitchLimits {
  double least_hz;
  double most_hz;
};

PitchLimits NaturalPitch(const Preset& preset) {
  if (preset.age == Age::kChild) return {230, 320};
  if (preset.sex == Gender::kFemale) return {160, 260};
  return {80, 158};
}

// How much more gain the same variants need in one language than in the other.
double GainBetween(const std::vector<Preset>& to, const std::vector<Preset>& from) {
  double sum = 0;
  int pairs = 0;
  for (const Preset& a : to) {
    for (const Preset& b : from) {
      if (a.voice.variant != b.voice.variant || a.sex != b.sex) continue;
      sum += a.voice.gain_db - b.voice.gain_db;
      ++pairs;
    }
  }
  return pairs == 0 ? 0 : sum / pairs;
}

Voice Changed(const Voice& voice, int pitch_steps, int rate_steps) {
  Voice changed = voice;
  changed.pitch = std::clamp(voice.pitch + pitch_steps * kPitchStep, 0, 99);
  const double rate = voice.rate_wpm * (1 + rate_steps * kRateStep);
  changed.rate_wpm = std::clamp(static_cast<int>(std::lround(rate)), kLeastRateWpm, kMostRateWpm);
  // who speaks quickly is lively, who speaks slowly is calm
  changed.pitch_range = std::clamp(voice.pitch_range + rate_steps * kRangeStep, 0, 99);
  return changed;
}

}  // namespace

const Preset& BestNarrator(const Presets& presets, const std::string& language, Gender sex) {
  const Preset* best = nullptr;
  const auto rank = [&](const Preset& preset) {
    return std::tuple(preset.language == language, sex != Gender::kUnknown && preset.sex == sex,
                      preset.quality);
  };
  for (const Preset& preset : presets.all()) {
    const bool fits =
        preset.narrator && PrimaryLanguage(preset.language) == PrimaryLanguage(language);
    if (fits && (best == nullptr || rank(preset) > rank(*best))) best = &preset;
  }
  if (best == nullptr) {
    throw Error(
        "there is no narrator for the language \"" + language +
        "\" among the voice presets: choose a voice with --narrator, or another --language");
  }
  return *best;
}

std::vector<Preset> CharacterPresets(const Presets& presets, const std::string& language,
                                     const Preset& narrator) {
  const std::vector<Preset> own = presets.OfLanguage(language);
  std::vector<Preset> pool = own;
  if (PrimaryLanguage(language) != kBestEquipped) {
    const std::vector<Preset> english = presets.OfLanguage(kBestEquipped);
    const double gain_db = GainBetween(own, english);
    const Preset& model = own.empty() ? narrator : own.front();
    for (Preset preset : english) {
      preset.language = model.language;
      preset.voice.engine_voice = model.voice.engine_voice;
      preset.voice.gain_db = std::round(10 * (preset.voice.gain_db + gain_db)) / 10;
      pool.push_back(std::move(preset));
    }
  }
  std::erase_if(pool, [&](const Preset& preset) {
    const bool alike = preset.voice.variant == narrator.voice.variant &&
                       preset.sex == narrator.sex && preset.age == narrator.age;
    return preset.narrator || preset.name == narrator.name || alike;
  });
  return pool;
}

std::vector<VoiceForm> FormsOf(const std::vector<Preset>& presets) {
  std::vector<VoiceForm> forms;
  for (std::size_t i = 0; i < presets.size(); ++i) {
    const Preset& preset = presets[i];
    const PitchLimits natural = NaturalPitch(preset);
    for (int pitch = -kMostPitchSteps; pitch <= kMostPitchSteps; ++pitch) {
      for (int rate = -1; rate <= 1; ++rate) {
        const Voice voice = Changed(preset.voice, pitch, rate);
        const double f0_hz = MedianPitchHz(preset, voice.pitch);
        const bool in_limits = f0_hz >= natural.least_hz && f0_hz <= natural.most_hz;
        const double strangeness = (std::abs(pitch) + std::abs(rate)) / (kMostPitchSteps + 1.0);
        const bool is_itself = pitch == 0 && rate == 0;  // what somebody made is natural enough
        if (in_limits || is_itself) forms.push_back({i, voice, strangeness});
      }
    }
  }
  return forms;
}

}  // namespace fullcast
