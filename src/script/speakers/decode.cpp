#include "script/speakers/decode.h"

#include <algorithm>
#include <map>
#include <utility>

namespace fullcast {
namespace {

// A cue that tells the other sex speaks against a candidate more strongly than the model has learnt
// from novels in which the sex of some persons was taken wrongly.
double OtherSexPenalty(const FeatureRow& row) {
  constexpr double kPenalty = 3.0;
  return row[static_cast<std::size_t>(Feature::cue)] == -1 ? kPenalty : 0;
}

// A teller who has not said "I said" for long rather sits by while others talk. The model has few
// novels to learn it from, and in most of those the teller takes part in every conversation.
double BystanderPenalty(const FeatureRow& row) {
  constexpr double kPenalty = 1.0;
  const auto value = [&](Feature feature) { return row[static_cast<std::size_t>(feature)]; };
  const bool teller = value(Feature::kind) == static_cast<float>(PersonKind::kTeller);
  const bool marked = value(Feature::cue) > 0 || value(Feature::cued_ago) < 12 ||
                      value(Feature::beat_before) > 0 || value(Feature::beat_after) > 0;
  return teller && !marked ? kPenalty : 0;
}

/// The speaker of a turn, by the probabilities of its edges [begin, end).
Decision Decide(const Lattice& lattice, const std::vector<double>& probabilities, std::size_t begin,
                std::size_t end) {
  std::map<int, double> shares;
  std::map<int, double> alone;
  std::map<int, std::size_t> best;  // edge of each person
  for (std::size_t e = begin; e < end; ++e) {
    const int person = lattice.edges[e].person;
    shares[person] += probabilities[e];
    alone[person] += probabilities[e] * lattice.edges[e].alone;
    const auto [entry, is_first] = best.emplace(person, e);
    if (!is_first && probabilities[e] > probabilities[entry->second]) entry->second = e;
  }
  Decision decision;
  decision.shares.assign(shares.begin(), shares.end());
  std::stable_sort(decision.shares.begin(), decision.shares.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  const Lattice::Edge& edge = lattice.edges[best[decision.shares.front().first]];
  decision.person = edge.person;
  // Sequences count the same evidence turn after turn, and are soon too sure.
  const double share = decision.shares.front().second;
  decision.probability = edge.person < 0 ? 0 : std::min(share, alone[edge.person] / share);
  decision.history = lattice.nodes[static_cast<std::size_t>(edge.from)];
  return decision;
}

}  // namespace

TurnScorer ScorerOf(int turn, const FeatureReader& features, const SpeakerModel& model,
                    std::vector<Candidate>& candidates) {
  std::vector<PartialScore> begun;
  begun.reserve(candidates.size());
  for (const Candidate& candidate : candidates) begun.push_back(model.Begin(candidate.row));
  return [turn, &features, &candidates, begun = std::move(begun)](const History& history) {
    std::vector<double> scores;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      FeatureRow& row = candidates[i].row;
      features.AddHistory(turn, history, candidates[i]);
      scores.push_back(SpeakerModel::Finish(begun[i], row) - OtherSexPenalty(row) -
                       BystanderPenalty(row));
    }
    return scores;
  };
}

std::vector<Decision> Decode(const Dialogue& dialogue, const FeatureReader& features,
                             const SpeakerModel& model) {
  // Neighbouring turns are judged by much the same evidence: in a sum each must count for less.
  constexpr double kShare = 0.7;
  // A turn takes some 3 KB while its chapter is decided.
  constexpr int kMostTurns = 20'000;
  const Scorer scorer = [&](int turn, std::vector<Candidate>& candidates) -> TurnScorer {
    return [scores_after = ScorerOf(turn, features, model, candidates)](const History& history) {
      std::vector<double> scores = scores_after(history);
      for (double& score : scores) score *= kShare;
      return scores;
    };
  };
  std::vector<Decision> decisions;
  const int turns = static_cast<int>(dialogue.turns.size());
  for (int first = 0, last = 0; first < turns; first = last) {
    last = first + 1;
    while (last < turns && last - first < kMostTurns && !features.StartsAnew(last)) ++last;
    const Lattice lattice = FollowSequences(first, last, features, scorer);
    const std::vector<double> probabilities = EdgeProbabilities(lattice);
    for (std::size_t t = 0; t + 1 < lattice.first_edges.size(); ++t) {
      decisions.push_back(
          Decide(lattice, probabilities, lattice.first_edges[t], lattice.first_edges[t + 1]));
    }
  }
  return decisions;
}

}  // namespace fullcast
