// Particles that belong to the name behind them: "von Humboldt", "van der Berg", "de la Tour".
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace fullcast {

/// Whether a word in lower case is such a particle.
inline bool IsNameParticle(std::string_view word) {
  constexpr std::array<std::string_view, 20> kParticles = {
      "de", "von", "van", "du",  "des", "la",  "le",  "di",  "della", "del",
      "da", "dos", "der", "den", "ter", "zur", "vom", "ibn", "ap",    "y"};
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

}  // namespace fullcast
