#include "audio/mixer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "audio/limiter.h"
#include "audio/room_tone.h"

namespace fullcast {

void Mixer::AddSpeech(const Samples& samples, double gain_db) {
  if (samples.empty()) return;
  const auto gain = static_cast<float>(std::pow(10.0, gain_db / 20.0));
  const auto begin = static_cast<std::ptrdiff_t>(mixed_.size());
  mixed_.resize(mixed_.size() + samples.size());
  std::transform(samples.begin(), samples.end(), mixed_.begin() + begin,
                 [gain](float sample) { return sample * gain; });
  trailing_silence_ = 0;
}

void Mixer::AddSilence(std::size_t samples) {
  mixed_.resize(mixed_.size() + samples);
  trailing_silence_ += samples;
}

std::size_t Mixer::EndInSilence(std::size_t samples) {
  const std::size_t missing = samples - std::min(samples, trailing_silence_);
  AddSilence(missing);
  return missing;
}

Samples Mixer::Take(const Profile& profile, PieceEnd end) {
  EndInSilence(end.least_silence);
  AddSilence((end.multiple - mixed_.size() % end.multiple) % end.multiple);
  trailing_silence_ = 0;
  Samples piece = std::exchange(mixed_, {});
  if (profile.room_tone_db) RoomTone(*profile.room_tone_db).AddTo(piece);
  return piece;
}

Samples Mixer::Finish(const Profile& profile, PieceEnd end) {
  return Limited(Take(profile, end), profile.peak_db);
}

}  // namespace fullcast
