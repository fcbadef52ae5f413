// Training of the speaker model: gradient boosting of regression trees on the loss of a
// conditional logit (the softmax over the candidates of a turn).
#pragma once

#include <cstdint>
#include <vector>

#include "script/speakers/model.h"

namespace fullcast {

/// The candidates of one turn and which of them spoke.
struct Example {
  std::vector<FeatureRow> rows;
  std::size_t right = 0;
  float weight = 1;
};

struct BoostingOptions {
  int trees = 130;
  int depth = 5;
  double rate = 0.12;
  double shrink = 2.0;        ///< added to the second derivative of a leaf (L2)
  double least_weight = 4.0;  ///< second derivative a leaf must hold
  double sample = 0.6;        ///< share of the turns each tree sees
  double features = 0.6;      ///< share of the features each tree sees
  int models = 3;             ///< whose mean is taken
  std::uint32_t seed = 1;
};

/// Deterministic for the same examples and options.
SpeakerModel Boost(const std::vector<const Example*>& examples, const BoostingOptions& options);

}  // namespace fullcast
