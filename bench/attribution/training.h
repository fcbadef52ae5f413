// Examples for the speaker model from annotated novels, and the model they give.
#pragma once

#include <vector>

#include "boosting.h"
#include "novels.h"

namespace fullcast {

/// Trains in two rounds: with the annotated speakers as the turns before, then also with those
/// that the first round's model takes for them, as in use (Ross et al., DAgger, 2011).
SpeakerModel Train(const std::vector<const Novel*>& novels, const BoostingOptions& options);

}  // namespace fullcast
