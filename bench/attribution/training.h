// Examples for the speaker model from annotated novels, and the model they give.
#pragma once

#include <vector>

#include "boosting.h"
#include "novels.h"
#include "script/speakers/decode.h"

namespace fullcast {

/// Who is taken to speak each turn of each novel, by a smaller model that was trained on the other
/// half of the novels.
std::vector<std::vector<int>> Rehearse(const std::vector<const Novel*>& novels,
                                       const BoostingOptions& options);

/// A model of the annotated turns, each twice: with the turns before it as rehearsed, as it will be
/// in use (Ross et al., DAgger, 2011), and as annotated, so that a sequence that has once gone
/// wrong is not what a model expects.
SpeakerModel TrainAfter(const std::vector<const Novel*>& novels,
                        const std::vector<std::vector<int>>& spoken,
                        const BoostingOptions& options);

/// Rehearses among these novels, then trains.
SpeakerModel Train(const std::vector<const Novel*>& novels, const BoostingOptions& options);

/// What was decided for one novel by models that had not seen its author.
struct Outcome {
  const Novel* novel = nullptr;
  std::vector<Decision> decisions;
};

/// Fits a rising curve to which decisions were right (isotonic regression).
Calibration Calibrate(const std::vector<const Outcome*>& outcomes);

}  // namespace fullcast
