#include "audio/whisper.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "audio/white_noise.h"

namespace fullcast {
namespace {

constexpr std::size_t kOrder = 24;  // two poles for each kHz, and two more
constexpr std::size_t kFrame = 512;
constexpr std::size_t kHop = kFrame / 2;

// A whisper lacks the fall towards the treble that the glottis gives a voice.
constexpr double kTilt = 0.75;

using Frame = std::array<double, kFrame>;
using Predictor = std::array<double, kOrder + 1>;  // 1, a1, a2, ...

// The square root of a Hann window, taken twice: frames that overlap by half add up to one.
Frame MakeWindow() {
  Frame window;
  for (std::size_t i = 0; i < kFrame; ++i) {
    window[i] = std::sin(M_PI * (static_cast<double>(i) + 0.5) / kFrame);
  }
  return window;
}

double PowerOf(const Frame& frame) {
  double power = 0;
  for (const double sample : frame) power += sample * sample;
  return power;
}

// Levinson's and Durbin's recursion. A little white noise keeps it stable whatever the frame.
Predictor PredictorOf(const Frame& frame) {
  std::array<double, kOrder + 1> correlation{};
  for (std::size_t lag = 0; lag <= kOrder; ++lag) {
    for (std::size_t i = lag; i < kFrame; ++i) correlation[lag] += frame[i] * frame[i - lag];
  }
  constexpr double kWhite = 1e-4;
  double error = correlation[0] * (1 + kWhite);
  Predictor predictor{1};
  for (std::size_t order = 1; order <= kOrder; ++order) {
    double reflection = 0;
    for (std::size_t i = 0; i < order; ++i) reflection -= predictor[i] * correlation[order - i];
    reflection /= error;
    Predictor next = predictor;
    for (std::size_t i = 1; i <= order; ++i) next[i] += reflection * predictor[order - i];
    predictor = next;
    error *= 1 - reflection * reflection;
  }
  return predictor;
}

// Noise as the vocal tract of a frame colours it, as strong as the frame.
Frame Whispered(const Frame& frame, double power, WhiteNoise& noise, const Frame& window) {
  const Predictor predictor = PredictorOf(frame);
  std::array<double, kFrame + kOrder> tract{};  // begins at rest
  Frame whispered;
  double before = 0;
  for (std::size_t i = 0; i < kFrame; ++i) {
    double out = noise.Next();
    for (std::size_t k = 1; k <= kOrder; ++k) out -= predictor[k] * tract[i + kOrder - k];
    tract[i + kOrder] = out;
    whispered[i] = (out - kTilt * before) * window[i];
    before = out;
  }
  // Where two frames overlap their noises don't add up as the halves of a sound do: to 3/4 of it.
  const double gain = std::sqrt(4.0 / 3 * power / std::max(PowerOf(whispered), 1e-30));
  for (double& sample : whispered) sample *= gain;
  return whispered;
}

}  // namespace

void Whisper(Samples& samples, double share) {
  if (share <= 0 || samples.empty()) return;
  const Frame window = MakeWindow();
  const double tone = std::cos(0.5 * M_PI * share);
  const double breath = std::sin(0.5 * M_PI * share);
  const Samples original = samples;
  for (float& sample : samples) sample *= static_cast<float>(tone);

  WhiteNoise noise;
  for (std::size_t hop = 0; hop * kHop < original.size() + kHop; ++hop) {
    // Frames begin half a frame ahead of the sound, so that all of it lies in two of them.
    const std::size_t begin = hop * kHop;
    Frame frame{};
    for (std::size_t i = 0; i < kFrame; ++i) {
      const std::size_t at = begin + i;
      if (at >= kHop && at - kHop < original.size()) frame[i] = original[at - kHop] * window[i];
    }
    const double power = PowerOf(frame);
    if (power == 0) continue;
    const Frame whispered = Whispered(frame, power, noise, window);
    for (std::size_t i = 0; i < kFrame; ++i) {
      const std::size_t at = begin + i;
      if (at < kHop || at - kHop >= samples.size()) continue;
      samples[at - kHop] += static_cast<float>(breath * whispered[i] * window[i]);
    }
  }
}

}  // namespace fullcast
