#include "script/speakers/decode.h"

#include <algorithm>
#include <cmath>

#include "core/interrupt.h"

namespace fullcast {
namespace {

constexpr std::size_t kBeamWidth = 8;
constexpr std::size_t kBranches = 4;
constexpr std::size_t kCompared = 4;  ///< histories that agree so far back are one

struct State {
  History history = kNoHistory;
  double score = 0;  ///< logarithm of the sequence's probability
  int step = -1;     ///< the last of the sequence, in the list of steps
};

/// One turn's decision in one of the sequences that are followed.
struct Step {
  int previous = -1;
  Decision decision;
};

bool SameRecently(const History& a, const History& b) {
  return std::equal(a.begin(), a.begin() + kCompared, b.begin());
}

/// The best states, of those with one recent history only the best.
std::vector<State> Prune(std::vector<State> states) {
  std::stable_sort(states.begin(), states.end(),
                   [](const State& a, const State& b) { return a.score > b.score; });
  std::vector<State> kept;
  for (const State& state : states) {
    if (kept.size() == kBeamWidth) break;
    if (std::none_of(kept.begin(), kept.end(), [&](const State& other) {
          return SameRecently(state.history, other.history);
        })) {
      kept.push_back(state);
    }
  }
  return kept;
}

// A cue that tells the other sex speaks against a candidate more strongly than the model has learnt
// from novels in which the sex of some persons was taken wrongly.
double OtherSexPenalty(const FeatureRow& row) {
  constexpr double kPenalty = 1.5;
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

}  // namespace

History Push(const History& history, int person) {
  History next;
  next[0] = person;
  std::copy(history.begin(), history.end() - 1, next.begin() + 1);
  return next;
}

std::vector<double> Probabilities(int turn, const History& history, const FeatureReader& features,
                                  const SpeakerModel& model, std::vector<Candidate>& candidates) {
  std::vector<double> scores;
  for (Candidate& candidate : candidates) {
    features.AddHistory(turn, history, candidate);
    scores.push_back(model.Score(candidate.row) - OtherSexPenalty(candidate.row) -
                     BystanderPenalty(candidate.row));
  }
  if (scores.empty()) return scores;
  const double most = *std::max_element(scores.begin(), scores.end());
  double total = 0;
  for (double& score : scores) total += score = std::exp(score - most);
  for (double& score : scores) score /= total;
  return scores;
}

std::vector<Decision> Decode(const Dialogue& dialogue, const FeatureReader& features,
                             const SpeakerModel& model) {
  std::vector<Step> steps;
  std::vector<State> states(1);
  const int turns = static_cast<int>(dialogue.turns.size());
  for (int turn = 0; turn < turns; ++turn) {
    ThrowIfInterrupted();
    if (features.StartsAnew(turn)) {
      states.resize(1);  // sorted, the best first
      states[0].history = kNoHistory;
    }
    std::vector<Candidate> candidates = features.Candidates(turn);
    std::vector<State> next;
    for (const State& state : states) {
      const std::vector<double> probabilities =
          Probabilities(turn, state.history, features, model, candidates);
      std::vector<std::size_t> order(candidates.size());
      for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
      std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return probabilities[a] > probabilities[b];
      });
      if (order.size() > kBranches) order.resize(kBranches);
      for (const std::size_t i : order) {
        const Decision decision{candidates[i].person, probabilities[i], state.history};
        next.push_back({Push(state.history, decision.person),
                        state.score + std::log(probabilities[i] + 1e-9),
                        static_cast<int>(steps.size())});
        steps.push_back({state.step, decision});
      }
      if (order.empty()) {
        next.push_back({Push(state.history, -1), state.score, static_cast<int>(steps.size())});
        steps.push_back({state.step, {-1, 0, state.history}});
      }
    }
    states = Prune(std::move(next));
  }
  std::vector<Decision> decisions(static_cast<std::size_t>(turns));
  int step = states.front().step;
  std::for_each(decisions.rbegin(), decisions.rend(), [&](Decision& decision) {
    decision = steps[static_cast<std::size_t>(step)].decision;
    step = steps[static_cast<std::size_t>(step)].previous;
  });
  return decisions;
}

}  // namespace fullcast
