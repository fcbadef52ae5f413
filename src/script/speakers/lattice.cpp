#include "script/speakers/lattice.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/interrupt.h"

namespace fullcast {
namespace {

constexpr std::size_t kBeamWidth = 8;
constexpr std::size_t kBranches = 4;
constexpr std::size_t kCompared = 4;  ///< histories that agree so far back are one

/// Sequences that will be one node if they are followed on.
struct Group {
  History history = kNoHistory;  ///< of the best of them
  double best = 0;               ///< its score
  double score = 0;              ///< logarithm of the sum of their weights
  int node = -1;                 ///< -1: they are dropped
};

/// An edge before it is known which groups become nodes.
struct Step {
  Lattice::Edge edge;
  std::size_t group = 0;
};

double AddLogarithms(double a, double b) {
  return std::max(a, b) + std::log1p(std::exp(-std::abs(a - b)));
}

bool SameRecently(const History& a, const History& b) {
  return std::equal(a.begin(), a.begin() + kCompared, b.begin());
}

/// The indices of values, the highest value's first, at most so many.
template <typename Values, typename Value>
std::vector<std::size_t> Highest(const Values& values, std::size_t most, const Value& value) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return value(values[a]) > value(values[b]);
  });
  if (order.size() > most) order.resize(most);
  return order;
}

class Follower {
 public:
  Follower(const FeatureReader& features, const Scorer& scorer)
      : features_(features), scorer_(scorer) {
    lattice_.nodes = {kNoHistory};
    lattice_.first_edges = {0};
  }

  void Take(int turn) {
    groups_.clear();
    steps_.clear();
    std::vector<Candidate> candidates = features_.Candidates(turn);
    const TurnScorer scores_after = scorer_(turn, candidates);
    for (std::size_t node = first_node_; node < lattice_.nodes.size(); ++node) {
      if (candidates.empty()) {
        AddStep(node, -1, 0, 1);
        continue;
      }
      const std::vector<double> scores = scores_after(lattice_.nodes[node]);
      double all = scores.front();
      for (std::size_t i = 1; i < scores.size(); ++i) all = AddLogarithms(all, scores[i]);
      for (const std::size_t i : Highest(scores, kBranches, [](double score) { return score; })) {
        AddStep(node, candidates[i].person, scores[i], std::exp(scores[i] - all));
      }
    }
    KeepBest();
  }

  Lattice Result() { return std::move(lattice_); }

 private:
  void AddStep(std::size_t node, int person, double score, double alone) {
    const History history = Push(lattice_.nodes[node], person);
    const double total = reached_[node] + score;
    auto group = std::find_if(groups_.begin(), groups_.end(),
                              [&](const Group& g) { return SameRecently(g.history, history); });
    if (group == groups_.end()) {
      group = groups_.insert(group, {history, total, total});
    } else {
      group->score = AddLogarithms(group->score, total);
      if (total > group->best) {
        group->history = history;
        group->best = total;
      }
    }
    steps_.push_back({{static_cast<int>(node), -1, person, score, alone},
                      static_cast<std::size_t>(group - groups_.begin())});
  }

  /// Makes nodes of the best groups and edges of the steps that lead there.
  void KeepBest() {
    first_node_ = lattice_.nodes.size();
    for (const std::size_t g :
         Highest(groups_, kBeamWidth, [](const Group& group) { return group.score; })) {
      groups_[g].node = static_cast<int>(lattice_.nodes.size());
      lattice_.nodes.push_back(groups_[g].history);
      reached_.push_back(groups_[g].score);
    }
    for (Step& step : steps_) {
      step.edge.to = groups_[step.group].node;
      if (step.edge.to >= 0) lattice_.edges.push_back(step.edge);
    }
    lattice_.first_edges.push_back(lattice_.edges.size());
  }

  const FeatureReader& features_;
  const Scorer& scorer_;
  Lattice lattice_;
  std::size_t first_node_ = 0;         ///< of the last turn
  std::vector<double> reached_ = {0};  ///< by node, the logarithm of the weight that reaches it
  std::vector<Group> groups_;
  std::vector<Step> steps_;
};

/// Makes values add up to 1, so that products over long chapters stay in range.
void Scale(std::vector<double>& values, std::size_t begin, std::size_t end) {
  double total = 0;
  for (std::size_t i = begin; i < end; ++i) total += values[i];
  for (std::size_t i = begin; i < end && total > 0; ++i) values[i] /= total;
}

}  // namespace

History Push(const History& history, int person) {
  History next;
  next[0] = person;
  std::copy(history.begin(), history.end() - 1, next.begin() + 1);
  return next;
}

Lattice FollowSequences(int first, int last, const FeatureReader& features, const Scorer& scorer) {
  Follower follower(features, scorer);
  for (int turn = first; turn < last; ++turn) {
    ThrowIfInterrupted();
    follower.Take(turn);
  }
  return follower.Result();
}

std::vector<double> EdgeProbabilities(const Lattice& lattice) {
  const auto from = [&](std::size_t e) { return static_cast<std::size_t>(lattice.edges[e].from); };
  const auto to = [&](std::size_t e) { return static_cast<std::size_t>(lattice.edges[e].to); };
  const std::size_t turns = lattice.first_edges.size() - 1;
  std::vector<double> weights(lattice.edges.size());
  std::vector<double> before(lattice.nodes.size(), 0);  // weight of the ways to a node
  std::vector<double> behind(lattice.nodes.size(), 0);  // ... from it to the end
  std::vector<std::size_t> first_nodes = {0};           // before each turn, and behind the last
  before[0] = 1;
  for (std::size_t t = 0; t < turns; ++t) {
    const std::size_t end = lattice.first_edges[t + 1];
    double most = lattice.edges[lattice.first_edges[t]].score;
    std::size_t first = lattice.nodes.size();
    std::size_t last = 0;
    for (std::size_t e = lattice.first_edges[t]; e < end; ++e) {
      most = std::max(most, lattice.edges[e].score);
      first = std::min(first, to(e));
      last = std::max(last, to(e));
    }
    for (std::size_t e = lattice.first_edges[t]; e < end; ++e) {
      weights[e] = std::exp(lattice.edges[e].score - most);
      before[to(e)] += before[from(e)] * weights[e];
    }
    Scale(before, first, last + 1);
    first_nodes.push_back(first);
  }
  for (std::size_t node = first_nodes.back(); node < behind.size(); ++node) behind[node] = 1;
  std::vector<double> probabilities(lattice.edges.size());
  for (std::size_t t = turns; t-- > 0;) {
    for (std::size_t e = lattice.first_edges[t]; e < lattice.first_edges[t + 1]; ++e) {
      const double later = weights[e] * behind[to(e)];
      behind[from(e)] += later;
      probabilities[e] = before[from(e)] * later;
    }
    Scale(probabilities, lattice.first_edges[t], lattice.first_edges[t + 1]);
    Scale(behind, first_nodes[t], first_nodes[t + 1]);
  }
  return probabilities;
}

}  // namespace fullcast
