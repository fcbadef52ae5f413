// Gives each of many nodes one of many candidates so that the sum of costs is small.
#pragma once

#include <cstddef>
#include <vector>

namespace fullcast {

/// What pairs of candidates cost. All vectors are indexed by candidate.
struct CandidateTable {
  std::vector<std::size_t> preset;  ///< candidates with the same number share a preset
  std::vector<std::size_t> voice;   ///< candidates with the same number are the same voice
  std::vector<float> closeness;     ///< square, row by row: 1 the same sound, 0 far apart

  [[nodiscard]] std::size_t size() const { return preset.size(); }
};

struct AssignmentProblem {
  struct Option {
    std::size_t candidate = 0;
    double cost = 0;  ///< not negative, times the node's weight
  };
  using Menu = std::vector<Option>;  ///< what a node may get: at least one option
  struct Node {
    std::size_t menu = 0;
    double weight = 0;
  };
  struct Edge {
    std::size_t a = 0;  ///< nodes
    std::size_t b = 0;
    double weight = 0;       ///< not negative, times the closeness of their candidates
    double same_preset = 0;  ///< added when their candidates share a preset
    double same_voice = 0;   ///< added when they are one voice
  };

  CandidateTable candidates;
  std::vector<Menu> menus;
  std::vector<Node> nodes;
  std::vector<Edge> edges;
};

/// The candidate that each node gets. Greedy in the order of the nodes (give the important ones
/// first); then, for the first thousand, the best single moves, and for the first forty exchanges,
/// in a fixed order until nothing improves. No optimum is promised; the same problem gives the same
/// answer.
std::vector<std::size_t> Assign(const AssignmentProblem& problem);

}  // namespace fullcast
