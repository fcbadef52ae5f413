// Examples for the speaker model from annotated novels, and the model they give.
#pragma once

#include <vector>

#include "boosting.h"
#include "novels.h"
#include "script/decode.h"

namespace fullcast {

/// The examples are the annotated turns, once with the annotated speakers as the turns before and
/// once with those that a model takes for them, as in use (Ross et al., DAgger, 2011); a model that
/// was trained on the other half of the novels.
SpeakerModel Train(const std::vector<const Novel*>& novels, const BoostingOptions& options);

/// What was decided for one novel by models that had not seen its author.
struct Outcome {
  const Novel* novel = nullptr;
  std::vector<Decision> decisions;
};

/// Fits a rising curve to which decisions were right (isotonic regression).
Calibration Calibrate(const std::vector<const Outcome*>& outcomes);

}  // namespace fullcast
