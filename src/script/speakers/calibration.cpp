#include "script/speakers/calibration.h"

#include <algorithm>

namespace fullcast {

double Calibration::Confidence(double probability) const {
  if (points.empty()) return probability;
  const auto above = std::lower_bound(
      points.begin(), points.end(), probability,
      [](const std::pair<double, double>& point, double p) { return point.first < p; });
  if (above == points.begin()) return points.front().second;
  if (above == points.end()) return points.back().second;
  const auto below = above - 1;
  const double share = (probability - below->first) / (above->first - below->first);
  return below->second + share * (above->second - below->second);
}

}  // namespace fullcast
