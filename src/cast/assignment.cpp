#include "cast/assignment.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace fullcast {

namespace {

constexpr int kMostSweeps = 30;
constexpr std::size_t kImproved = 1000;  // nodes tried again in each sweep
constexpr std::size_t kExchanged = 40;   // nodes tried in pairs
constexpr double kGain = 1e-9;           // smaller improvements are rounding
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

class Search {
 public:
  explicit Search(const AssignmentProblem& problem)
      : problem_(problem), chosen_(problem.nodes.size(), kNone), edges_of_(problem.nodes.size()) {
    for (const AssignmentProblem::Edge& edge : problem.edges) {
      edges_of_[edge.a].push_back({edge.b, &edge});
      edges_of_[edge.b].push_back({edge.a, &edge});
    }
  }

  std::vector<std::size_t> Run() {
    for (std::size_t node = 0; node < chosen_.size(); ++node) MoveToBest(node);
    const std::size_t improved = std::min(kImproved, chosen_.size());
    for (int sweep = 0; sweep < kMostSweeps; ++sweep) {
      bool better = false;
      for (std::size_t node = 0; node < improved; ++node) better |= MoveToBest(node);
      better |= ExchangePairs();
      if (!better) break;
    }
    std::vector<std::size_t> candidates;
    for (std::size_t node = 0; node < chosen_.size(); ++node) {
      candidates.push_back(CandidateOf(node));
    }
    return candidates;
  }

 private:
  struct Neighbour {
    std::size_t node;
    const AssignmentProblem::Edge* edge;
  };

  [[nodiscard]] const AssignmentProblem::Menu& MenuOf(std::size_t node) const {
    return problem_.menus[problem_.nodes[node].menu];
  }

  [[nodiscard]] std::size_t CandidateOf(std::size_t node) const {
    return MenuOf(node)[chosen_[node]].candidate;
  }

  [[nodiscard]] double PairCost(const AssignmentProblem::Edge& edge, std::size_t one,
                                std::size_t other) const {
    const CandidateTable& table = problem_.candidates;
    double cost = edge.weight * table.closeness[one * table.size() + other];
    if (table.preset[one] == table.preset[other]) cost += edge.same_preset;
    if (table.voice[one] == table.voice[other]) cost += edge.same_voice;
    return cost;
  }

  // What the node costs with this option, given what the others have by now.
  [[nodiscard]] double Cost(std::size_t node, std::size_t option, double limit) const {
    const AssignmentProblem::Option& chosen = MenuOf(node)[option];
    double cost = chosen.cost * problem_.nodes[node].weight;
    for (const Neighbour& neighbour : edges_of_[node]) {
      if (cost > limit) break;
      if (chosen_[neighbour.node] == kNone) continue;
      cost += PairCost(*neighbour.edge, chosen.candidate, CandidateOf(neighbour.node));
    }
    return cost;
  }

  [[nodiscard]] double Cost(std::size_t node) const {
    return Cost(node, chosen_[node], std::numeric_limits<double>::infinity());
  }

  bool MoveToBest(std::size_t node) {
    double best = std::numeric_limits<double>::infinity();
    if (chosen_[node] != kNone) best = Cost(node) - kGain;
    bool moved = false;
    for (std::size_t option = 0; option < MenuOf(node).size(); ++option) {
      const double cost = Cost(node, option, best);
      if (cost >= best) continue;
      best = cost;
      chosen_[node] = option;
      moved = true;
    }
    return moved;
  }

  [[nodiscard]] std::size_t OptionWith(std::size_t node, std::size_t candidate) const {
    const AssignmentProblem::Menu& options = MenuOf(node);
    for (std::size_t i = 0; i < options.size(); ++i) {
      if (options[i].candidate == candidate) return i;
    }
    return kNone;
  }

  // The sum of two nodes' costs counts their common edge twice before and after alike: with
  // exchanged candidates that edge costs the same.
  bool Exchange(std::size_t a, std::size_t b) {
    const std::size_t for_a = OptionWith(a, CandidateOf(b));
    const std::size_t for_b = OptionWith(b, CandidateOf(a));
    if (for_a == kNone || for_b == kNone) return false;
    const double before = Cost(a) + Cost(b);
    const std::size_t had_a = chosen_[a];
    const std::size_t had_b = chosen_[b];
    chosen_[a] = for_a;
    chosen_[b] = for_b;
    if (Cost(a) + Cost(b) < before - kGain) return true;
    chosen_[a] = had_a;
    chosen_[b] = had_b;
    return false;
  }

  bool ExchangePairs() {
    const std::size_t count = std::min(kExchanged, chosen_.size());
    bool better = false;
    for (std::size_t a = 0; a < count; ++a) {
      for (std::size_t b = a + 1; b < count; ++b) better |= Exchange(a, b);
    }
    return better;
  }

  const AssignmentProblem& problem_;
  std::vector<std::size_t> chosen_;  // an option of each node's menu
  std::vector<std::vector<Neighbour>> edges_of_;
};

}  // namespace

std::vector<std::size_t> Assign(const AssignmentProblem& problem) {
  assert(std::none_of(problem.menus.begin(), problem.menus.end(),
                      [](const auto& menu) { return menu.empty(); }));
  return Search(problem).Run();
}

}  // namespace fullcast
