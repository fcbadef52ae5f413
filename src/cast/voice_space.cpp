#include "cast/voice_space.h"

#include <algorithm>
#include <cmath>

namespace fullcast {

namespace {

// Fitted to what bench/casting/measure_voices.py measures of eSpeak NG 1.51 at pitches from 20 to
// 80 and ranges from 30 to 70.
constexpr double kPitchStepsPerOctave = 75;
constexpr double kRangeAtMonotone = 5;

VoiceMeasures MeasuresOf(const Preset& preset) {
  if (preset.measured) return *preset.measured;
  VoiceMeasures guess{.f0_hz = 100,
                      .f0_spread_semitones = 4.7,
                      .centroid_hz = 690,
                      .tempo_wpm = static_cast<double>(preset.voice.rate_wpm),
                      .mfcc = {11, 0.4, 6, 0, 0, 0}};
  if (preset.sex == Gender::kFemale) guess.f0_hz = 200;
  if (preset.age == Age::kChild) guess.f0_hz = 265;
  guess.f0_hz *= std::exp2((preset.voice.pitch - 50) / kPitchStepsPerOctave);
  return guess;
}

VoiceSpace::Point Features(const Preset& preset, const Voice& voice) {
  const VoiceMeasures measured = MeasuresOf(preset);
  const double f0_hz = MedianPitchHz(preset, voice.pitch);
  const double wider = (voice.pitch_range + kRangeAtMonotone) /
                       (preset.voice.pitch_range + kRangeAtMonotone) * measured.f0_hz / f0_hz;
  const double faster = static_cast<double>(voice.rate_wpm) / preset.voice.rate_wpm;
  return {std::log2(f0_hz),
          measured.f0_spread_semitones * wider,
          std::log2(measured.centroid_hz),
          std::log2(measured.tempo_wpm * faster),
          measured.mfcc[0],
          measured.mfcc[1],
          measured.mfcc[2],
          measured.mfcc[3]};
}

}  // namespace

VoiceSpace::VoiceSpace(const std::vector<Preset>& presets) {
  const auto count = static_cast<double>(std::max<std::size_t>(1, presets.size()));
  for (const Preset& preset : presets) {
    const Point features = Features(preset, preset.voice);
    for (std::size_t i = 0; i < kDimensions; ++i) mean_[i] += features[i] / count;
  }
  for (const Preset& preset : presets) {
    const Point features = Features(preset, preset.voice);
    for (std::size_t i = 0; i < kDimensions; ++i) {
      deviation_[i] += (features[i] - mean_[i]) * (features[i] - mean_[i]) / count;
    }
  }
  for (double& deviation : deviation_) deviation = deviation > 0 ? std::sqrt(deviation) : 1;
}

VoiceSpace::Point VoiceSpace::At(const Preset& preset, const Voice& voice) const {
  Point point = Features(preset, voice);
  for (std::size_t i = 0; i < kDimensions; ++i) point[i] = (point[i] - mean_[i]) / deviation_[i];
  return point;
}

double VoiceSpace::Distance(const Point& a, const Point& b) {
  double sum = 0;
  for (std::size_t i = 0; i < kDimensions; ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return std::sqrt(sum);
}

double MedianPitchHz(const Preset& preset, int pitch) {
  return MeasuresOf(preset).f0_hz * std::exp2((pitch - preset.voice.pitch) / kPitchStepsPerOctave);
}

}  // namespace fullcast
