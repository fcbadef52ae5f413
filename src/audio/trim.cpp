#include "audio/trim.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "audio/fade.h"

namespace fullcast {
namespace {

constexpr std::size_t kWindow = SamplesIn(5);
constexpr std::size_t kKeptBefore = SamplesIn(8);
constexpr std::size_t kKeptAfter = SamplesIn(15);
constexpr std::size_t kFadeIn = SamplesIn(3);
constexpr std::size_t kFadeOut = SamplesIn(10);

// The softest consonants, as EspeakEngine speaks them, begin at -50 dBFS (RMS over a window)
// in every variant, 30 to 37 dB below the loudest vowel; echoes and breath lie below -59 dBFS.
constexpr double kLoudestThresholdDb = -55;
constexpr double kQuietestThresholdDb = -70;
constexpr double kBelowLoudestDb = 38;

double PowerOf(double db) { return std::pow(10.0, db / 10.0); }

// Mean power of each whole or partial window.
std::vector<double> WindowPowers(const Samples& samples) {
  std::vector<double> powers;
  powers.reserve(samples.size() / kWindow + 1);
  for (std::size_t begin = 0; begin < samples.size(); begin += kWindow) {
    const std::size_t end = std::min(begin + kWindow, samples.size());
    double sum = 0;
    for (std::size_t i = begin; i < end; ++i) sum += double{samples[i]} * double{samples[i]};
    powers.push_back(sum / static_cast<double>(end - begin));
  }
  return powers;
}

}  // namespace

SoundFinder::SoundFinder(const Samples& samples)
    : size_(samples.size()), powers_(WindowPowers(samples)) {
  if (powers_.empty()) return;
  const double loudest = *std::max_element(powers_.begin(), powers_.end());
  threshold_ = std::clamp(loudest * PowerOf(-kBelowLoudestDb), PowerOf(kQuietestThresholdDb),
                          PowerOf(kLoudestThresholdDb));
}

SoundSpan SoundFinder::Speech() const {
  const auto is_heard = [this](double power) { return power >= threshold_; };
  const auto first = std::find_if(powers_.begin(), powers_.end(), is_heard);
  if (first == powers_.end()) return {};
  const auto last = std::find_if(powers_.rbegin(), powers_.rend(), is_heard).base();

  const auto begin = static_cast<std::size_t>(first - powers_.begin()) * kWindow;
  const auto end = static_cast<std::size_t>(last - powers_.begin()) * kWindow;
  return {begin - std::min(begin, kKeptBefore), std::min(end + kKeptAfter, size_)};
}

bool SoundFinder::HasSilence(std::size_t begin, std::size_t end) const {
  std::size_t window = (begin + kWindow - 1) / kWindow;
  while ((window + 1) * kWindow <= end && powers_[window] >= threshold_) ++window;
  return (window + 1) * kWindow <= end;
}

SoundSpan FindSpeech(const Samples& samples) { return SoundFinder(samples).Speech(); }

std::size_t TrimSilence(Samples& samples) {
  const SoundSpan speech = FindSpeech(samples);
  samples.resize(speech.end);
  samples.erase(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(speech.begin));
  FadeEnds(samples, kFadeIn, kFadeOut);
  return speech.begin;
}

}  // namespace fullcast
