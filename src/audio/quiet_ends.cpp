#include "audio/quiet_ends.h"

#include <algorithm>

namespace fullcast {

namespace {

constexpr int kFramesPerSecond = 100;
constexpr double kQuietPower = 1e-5;  // -50 dBFS

}  // namespace

QuietEnds::QuietEnds(int rate_hz)
    : frame_samples_(static_cast<std::size_t>(std::max(rate_hz / kFramesPerSecond, 1))),
      rate_hz_(rate_hz) {}

void QuietEnds::Add(float sample) {
  energy_ += double{sample} * sample;
  if (++frame_fill_ < frame_samples_) return;
  const bool is_quiet = energy_ < kQuietPower * static_cast<double>(frame_samples_);
  has_begun_ = has_begun_ || !is_quiet;
  if (!has_begun_) head_samples_ += frame_samples_;
  tail_samples_ = is_quiet ? tail_samples_ + frame_samples_ : 0;
  energy_ = 0;
  frame_fill_ = 0;
}

double QuietEnds::Seconds(std::size_t samples) const {
  return static_cast<double>(samples) / rate_hz_;
}

double QuietEnds::head_seconds() const { return Seconds(head_samples_); }

double QuietEnds::tail_seconds() const { return Seconds(tail_samples_ + frame_fill_); }

}  // namespace fullcast
