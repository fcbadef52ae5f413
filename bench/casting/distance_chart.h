// A picture of how far apart partners' voices are.
#pragma once

#include <string>
#include <vector>

#include "cast/presets.h"
#include "cast/voice_space.h"
#include "core/cast.h"
#include "core/script.h"

namespace fullcast {

/// A way to cast, and how its distances lie: (distance, turns) of each pair of partners.
struct CastingDistances {
  std::string name;
  std::vector<std::pair<double, double>> distances;
};

/// An SVG file with two charts: for each way to cast the share of turns below a distance, and the
/// biggest roles of one script as points, partners joined by a line that is the redder the nearer
/// their voices are.
std::string FormatDistanceChart(const std::vector<CastingDistances>& ways, const Script& script,
                                const Cast& cast, const Presets& presets, const VoiceSpace& space);

}  // namespace fullcast
