// The decision who speaks, over whole conversations at once.
#pragma once

#include <utility>
#include <vector>

#include "script/speakers/features.h"
#include "script/speakers/model.h"

namespace fullcast {

/// Who speaks a turn.
struct Decision {
  int person = -1;               ///< -1: nobody is known who could
  double probability = 0;        ///< of the model, given who spoke before
  History history = kNoHistory;  ///< who was taken to have spoken before
};

/// The most probable sequence of speakers for all turns, by a beam search: each turn's speaker
/// depends on those before, and later turns decide between sequences.
std::vector<Decision> Decode(const Dialogue& dialogue, const FeatureReader& features,
                             const SpeakerModel& model);

/// The probabilities of a turn's candidates; fills in their history features.
std::vector<double> Probabilities(int turn, const History& history, const FeatureReader& features,
                                  const SpeakerModel& model, std::vector<Candidate>& candidates);

/// The history after one more turn.
History Push(const History& history, int person);

}  // namespace fullcast
