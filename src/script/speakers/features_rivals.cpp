// How a candidate stands against others: FeatureReader's features of rivals.
#include <algorithm>
#include <cmath>

#include "script/speakers/features.h"

namespace fullcast {
namespace {

float Value(const Candidate& candidate, Feature feature) {
  return candidate.row[static_cast<std::size_t>(feature)];
}

}  // namespace

/// Who else the noun of the cue may well mean.
void FeatureReader::FillNounRivals(int turn, std::vector<Candidate>& candidates) const {
  const Turn& t = At(turn);
  if (t.cue.place == CuePlace::kNone || t.cue.subject.kind != SubjectKind::kNoun) return;
  for (Candidate& candidate : candidates) {
    float most = -4;
    for (const Candidate& other : candidates) {
      if (&other == &candidate || Value(other, Feature::cue) < 0) continue;
      most = std::max(most, Value(other, Feature::tie_lift));
    }
    Put(candidate.row, Feature::tie_rival) = most;
  }
}

/// How a candidate stands against the others whom the cue's sex fits.
void FeatureReader::FillLeads(std::vector<Candidate>& candidates) {
  for (Candidate& candidate : candidates) {
    float close = 0.01F;
    float acted = 0;
    float said = 0;
    float told = kFar;
    for (const Candidate& other : candidates) {
      if (&other == &candidate || Value(other, Feature::cue) < 0) continue;
      close = std::max(close, other.closeness);
      acted = std::max(acted, Value(other, Feature::acted_near));
      said = std::max(said, Value(other, Feature::said_near));
      told = std::min(told, Value(other, Feature::told_ago));
    }
    Put(candidate.row, Feature::close_lead) =
        std::log2(std::max(0.01F, candidate.closeness) / close);
    Put(candidate.row, Feature::acted_lead) = Value(candidate, Feature::acted_near) - acted;
    Put(candidate.row, Feature::said_lead) = Value(candidate, Feature::said_near) - said;
    Put(candidate.row, Feature::told_lead) = told - Value(candidate, Feature::told_ago);
  }
}

}  // namespace fullcast
