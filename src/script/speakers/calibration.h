// From a model's probability to a confidence that means what it says.
#pragma once

#include <utility>
#include <vector>

namespace fullcast {

/// A rising curve through points (probability, share of the decisions that were right), straight
/// between them. Without points the probability is the confidence.
struct Calibration {
  std::vector<std::pair<double, double>> points;  ///< sorted by probability

  [[nodiscard]] double Confidence(double probability) const;
};

}  // namespace fullcast
