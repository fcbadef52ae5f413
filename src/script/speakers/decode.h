// The decision who speaks, over whole conversations at once.
#pragma once

#include <utility>
#include <vector>

#include "script/speakers/features.h"
#include "script/speakers/lattice.h"
#include "script/speakers/model.h"

namespace fullcast {

/// Who speaks a turn.
struct Decision {
  int person = -1;         ///< -1: nobody is known who could
  double probability = 0;  ///< of the model: all sequences weighed, or less, by the turn alone
  History history = kNoHistory;  ///< who spoke before in the sequences that count the most
  std::vector<std::pair<int, double>> shares;  ///< persons and probabilities, the highest first
};

/// The most probable speaker of each turn when all sequences of speakers of its chapter are
/// weighed: it depends on those before, and later turns tell between sequences.
std::vector<Decision> Decode(const Dialogue& dialogue, const FeatureReader& features,
                             const SpeakerModel& model);

/// What speaks for each of a turn's candidates, which it gives their history features; all of the
/// arguments have to outlive it.
TurnScorer ScorerOf(int turn, const FeatureReader& features, const SpeakerModel& model,
                    std::vector<Candidate>& candidates);

}  // namespace fullcast
