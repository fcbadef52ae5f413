#include "audio/high_pass.h"

#include <cmath>

#include "core/pcm.h"

namespace fullcast {

HighPass::HighPass(double cutoff_hz) {
  const double omega = 2 * M_PI * cutoff_hz / kSampleRateHz;
  const double alpha = std::sin(omega) * M_SQRT1_2;  // of quality 1 / sqrt(2)
  const double a0 = 1 + alpha;
  b_ = (1 + std::cos(omega)) / 2 / a0;
  a1_ = -2 * std::cos(omega) / a0;
  a2_ = (1 - alpha) / a0;
}

void HighPass::Process(std::span<float> samples) {
  for (float& sample : samples) {
    const double x = sample;
    const double y = b_ * (x - 2 * x1_ + x2_) - a1_ * y1_ - a2_ * y2_;
    x2_ = x1_;
    x1_ = x;
    y2_ = y1_;
    y1_ = y;
    sample = static_cast<float>(y);
  }
}

}  // namespace fullcast
