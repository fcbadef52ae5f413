#include "audio/limiter.h"

#include <algorithm>
#include <cmath>

namespace fullcast {
namespace {

constexpr std::size_t kLookAhead = SamplesIn(5);
constexpr double kReleaseMs = 80;
constexpr double kTruePeakMarginDb = 0.5;

constexpr int kGainBits = 30;
constexpr std::uint32_t kUnity = 1U << kGainBits;
constexpr std::uint64_t kUnitySum = std::uint64_t{kUnity} * kLookAhead;

}  // namespace

Limiter::Limiter(double ceiling_db)
    : ceiling_(static_cast<float>(std::pow(10.0, (ceiling_db - kTruePeakMarginDb) / 20.0))),
      release_factor_(static_cast<Gain>(
          kUnity * (1.0 - std::exp(-1.0 / static_cast<double>(SamplesIn(kReleaseMs)))))),
      delayed_(kLookAhead),
      gains_(kLookAhead),
      minima_(kLookAhead + 1) {
  Reset();
}

void Limiter::Reset() {
  time_ = 0;
  std::fill(delayed_.begin(), delayed_.end(), 0.0F);
  std::fill(gains_.begin(), gains_.end(), kUnity);
  gain_sum_ = kUnitySum;
  released_ = kUnity;
  minima_begin_ = minima_count_ = 0;
}

// The lowest gain wanted by the last kLookAhead samples, this one included.
Limiter::Gain Limiter::LowestWanted(Gain wanted) {
  const std::size_t size = minima_.size();
  if (minima_count_ > 0 && minima_[minima_begin_].time + kLookAhead <= time_) {
    minima_begin_ = (minima_begin_ + 1) % size;
    --minima_count_;
  }
  if (wanted < kUnity) {
    while (minima_count_ > 0 &&
           minima_[(minima_begin_ + minima_count_ - 1) % size].gain >= wanted) {
      --minima_count_;
    }
    minima_[(minima_begin_ + minima_count_) % size] = {time_, wanted};
    ++minima_count_;
  }
  return minima_count_ > 0 ? minima_[minima_begin_].gain : kUnity;
}

float Limiter::Step(float input) {
  const float peak = std::abs(input);
  const Gain wanted = peak > ceiling_
                          ? static_cast<Gain>(double{kUnity} * double{ceiling_} / double{peak})
                          : kUnity;
  const Gain lowest = LowestWanted(wanted);
  if (lowest <= released_) {
    released_ = lowest;
  } else {
    const std::uint64_t step = (std::uint64_t{lowest - released_} * release_factor_) >> kGainBits;
    released_ = step == 0 ? lowest : released_ + static_cast<Gain>(step);
  }

  const std::size_t slot = time_ % kLookAhead;
  gain_sum_ += released_;
  gain_sum_ -= gains_[slot];
  gains_[slot] = released_;
  // The sample of kLookAhead - 1 steps ago: all gains of its average were wanted low enough.
  delayed_[slot] = input;
  ++time_;
  const float output = delayed_[time_ % kLookAhead];
  if (gain_sum_ == kUnitySum) return output;
  const double gain = static_cast<double>(gain_sum_) / static_cast<double>(kUnitySum);
  return std::clamp(static_cast<float>(output * gain), -ceiling_, ceiling_);
}

bool Limiter::Passes(std::span<const float> samples) const {
  return std::all_of(samples.begin(), samples.end(),
                     [this](float sample) { return std::abs(sample) <= ceiling_; });
}

void Limiter::Process(std::span<const float> input, Samples& output) {
  output.reserve(output.size() + input.size());
  for (const float sample : input) {
    const bool ready = time_ + 1 >= kLookAhead;
    const float limited = Step(sample);
    if (ready) output.push_back(limited);
  }
}

void Limiter::Finish(Samples& output) {
  const std::uint64_t missing = std::min<std::uint64_t>(time_, kLookAhead - 1);
  for (std::uint64_t i = 0; i < kLookAhead - 1; ++i) {
    const float limited = Step(0.0F);
    if (i + missing >= kLookAhead - 1) output.push_back(limited);
  }
  Reset();
}

Samples Limited(std::span<const float> samples, double ceiling_db) {
  Limiter limiter(ceiling_db);
  if (limiter.Passes(samples)) return {samples.begin(), samples.end()};
  Samples limited;
  limited.reserve(samples.size());
  limiter.Process(samples, limited);
  limiter.Finish(limited);
  return limited;
}

}  // namespace fullcast
