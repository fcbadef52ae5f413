#include "audio/true_peak.h"

#include <ebur128.h>

#include <algorithm>
#include <cmath>

#include "audio/fade.h"
#include "core/error.h"
#include "core/pcm.h"

namespace fullcast {
namespace {

constexpr std::size_t kWindow = 64;
constexpr float kNearHighest = 0.7F;  // the most that a sine rises between its samples is 3 dB

float HighestSample(std::span<const float> samples) {
  float highest = 0;
  for (const float sample : samples) highest = std::max(highest, std::abs(sample));
  return highest;
}

class Meter {
 public:
  explicit Meter(int rate_hz)
      : state_(ebur128_init(1, static_cast<unsigned>(rate_hz), EBUR128_MODE_TRUE_PEAK)) {
    if (state_ == nullptr) throw Error("not enough memory to measure peaks");
  }
  ~Meter() { ebur128_destroy(&state_); }
  Meter(const Meter&) = delete;
  Meter& operator=(const Meter&) = delete;

  void Add(std::span<const float> samples) {
    if (ebur128_add_frames_float(state_, samples.data(), samples.size()) != EBUR128_SUCCESS) {
      throw Error("not enough memory to measure peaks");
    }
  }

  [[nodiscard]] double Peak() const {
    double peak = 0;
    ebur128_true_peak(state_, 0, &peak);
    return peak;
  }

 private:
  ebur128_state* state_;
};

}  // namespace

double TruePeakDb(std::span<const float> samples, int rate_hz) {
  const float highest = HighestSample(samples);
  Meter meter(rate_hz);
  const auto look_at = [&](std::size_t begin, std::size_t end) {
    const auto stretch = samples.subspan(begin, end - begin);
    Samples faded(stretch.begin(), stretch.end());
    FadeEnds(faded, kTruePeakEdge, kTruePeakEdge);
    meter.Add(faded);
  };
  std::size_t begin = 0;  // of the stretch that is to be looked at next, and its end
  std::size_t end = 0;
  for (std::size_t at = 0; at < samples.size(); at += kWindow) {
    const auto window = samples.subspan(at, std::min(kWindow, samples.size() - at));
    if (HighestSample(window) < kNearHighest * highest) continue;
    if (at > end + kTruePeakEdge) {
      look_at(begin, end);
      begin = at - kTruePeakEdge;
    }
    end = std::min(at + kWindow + kTruePeakEdge, samples.size());
  }
  look_at(begin, end);
  return 20 * std::log10(std::max(double{highest}, meter.Peak()));
}

}  // namespace fullcast
