#include "audio/fade.h"

#include <algorithm>
#include <cmath>

namespace fullcast {

namespace {

// A half cosine from 0 to 1.
float FadeGain(std::size_t i, std::size_t length) {
  const double phase = (static_cast<double>(i) + 0.5) / static_cast<double>(length);
  return static_cast<float>(0.5 - 0.5 * std::cos(M_PI * phase));
}

}  // namespace

void FadeEnds(Samples& samples, std::size_t in, std::size_t out) {
  const std::size_t most = samples.size() / 2;
  const std::size_t fade_in = std::min(in, most);
  for (std::size_t i = 0; i < fade_in; ++i) samples[i] *= FadeGain(i, fade_in);
  const std::size_t fade_out = std::min(out, most);
  for (std::size_t i = 0; i < fade_out; ++i) {
    samples[samples.size() - 1 - i] *= FadeGain(i, fade_out);
  }
}

}  // namespace fullcast
