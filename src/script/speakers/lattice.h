// The sequences of speakers that are followed through a chapter, and how probable each of their
// steps is when all of them are weighed against each other.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "script/speakers/features.h"

namespace fullcast {

/// Many sequences that share their steps. Nodes and edges are in the order of the turns.
struct Lattice {
  /// Who speaks a turn in some of the sequences.
  struct Edge {
    int from = 0;  ///< node
    int to = 0;
    int person = -1;   ///< -1: there is no candidate
    double score = 0;  ///< what speaks for it
    double alone = 0;  ///< its probability by the scores of its turn alone, after its node
  };

  std::vector<History> nodes;            ///< who spoke before; the first is the beginning
  std::vector<Edge> edges;               ///< by turn
  std::vector<std::size_t> first_edges;  ///< of each turn, and the number of edges
};

/// What speaks for each candidate of a turn after this history; may fill in history features.
using TurnScorer = std::function<std::vector<double>(const History&)>;

/// What scores a turn, in which these are the candidates for as long as it is used.
using Scorer = std::function<TurnScorer(int turn, std::vector<Candidate>&)>;

/// Follows the best sequences through the turns [first, last) of one chapter, by a beam search. A
/// sequence is as good as the sum of its scores: they are not made probabilities turn by turn, else
/// a turn whose cue is clear would hide that it contradicts the turns before.
Lattice FollowSequences(int first, int last, const FeatureReader& features, const Scorer& scorer);

/// The probability of each edge: of all sequences, weighed by the exponential of their scores, the
/// share that takes it (forward-backward; L. R. Rabiner, A tutorial on hidden Markov models, 1989).
std::vector<double> EdgeProbabilities(const Lattice& lattice);

/// The history after one more turn.
History Push(const History& history, int person);

}  // namespace fullcast
