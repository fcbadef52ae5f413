#include "script/speakers/lattice.h"

#include <gtest/gtest.h>

#include <cmath>

#include "book_of.h"
#include "script/language/lexicon.h"

namespace fullcast {
namespace {

TEST(LatticeTest, AnEdgeIsAsProbableAsTheSequencesThatTakeIt) {
  Lattice lattice;
  lattice.nodes.assign(5, kNoHistory);
  lattice.edges = {{0, 1, 7, 0.5},  {0, 2, 8, 0.0},  // the first turn
                   {1, 3, 7, -1.0}, {1, 4, 8, 2.0}, {2, 3, 7, 900.0}, {2, 4, 8, 901.0}};
  lattice.first_edges = {0, 2, 6};
  for (std::size_t e = 4; e < 6; ++e) lattice.edges[e].score -= 900;
  const double all = std::exp(-0.5) + std::exp(2.5) + std::exp(0.0) + std::exp(1.0);
  const std::vector<double> expected = {(std::exp(-0.5) + std::exp(2.5)) / all,
                                        (std::exp(0.0) + std::exp(1.0)) / all,
                                        std::exp(-0.5) / all,
                                        std::exp(2.5) / all,
                                        std::exp(0.0) / all,
                                        std::exp(1.0) / all};
  const std::vector<double> probabilities = EdgeProbabilities(lattice);
  ASSERT_EQ(probabilities.size(), expected.size());
  for (std::size_t e = 0; e < expected.size(); ++e)
    EXPECT_NEAR(probabilities[e], expected[e], 1e-9);
}

TEST(LatticeTest, ALongChapterStaysInRange) {
  Lattice lattice;
  lattice.nodes = {kNoHistory};
  lattice.first_edges = {0};
  for (int turn = 0; turn < 5000; ++turn) {
    lattice.nodes.push_back(kNoHistory);
    lattice.edges.push_back({turn, turn + 1, 0, 800.0});
    lattice.edges.push_back({turn, turn + 1, 1, 800.0 - std::log(3)});
    lattice.first_edges.push_back(lattice.edges.size());
  }
  const std::vector<double> probabilities = EdgeProbabilities(lattice);
  EXPECT_NEAR(probabilities.front(), 0.75, 1e-9);
  EXPECT_NEAR(probabilities.back(), 0.25, 1e-9);
}

/// Nothing tells who of Emma and John speaks first; nobody speaks twice; the last turn is John's.
TEST(LatticeTest, ALaterTurnTellsWhoSpokeBefore) {
  const Book book = BookOf({"Emma met John.", "\"Good morning.\"", "\"You are late.\"",
                            "\"I have walked.\" said John."});
  const Dialogue dialogue = ReadDialogue(book, FindQuotations(book), Lexicon::Of("en"));
  const FeatureReader features(dialogue);
  const int john = dialogue.turns.back().cue_person;
  const Scorer scorer = [&](int turn, std::vector<Candidate>& candidates) -> TurnScorer {
    return [=, &candidates](const History& history) {
      std::vector<double> scores;
      for (const Candidate& candidate : candidates) {
        const bool again = history[0] == candidate.person;
        const bool named = turn == 2 && candidate.person == john;
        scores.push_back((again ? -5.0 : 0.0) + (named ? 9.0 : 0.0));
      }
      return scores;
    };
  };
  const Lattice lattice = FollowSequences(0, 3, features, scorer);
  const std::vector<double> probabilities = EdgeProbabilities(lattice);
  double first = 0;
  for (std::size_t e = 0; e < lattice.first_edges[1]; ++e) {
    if (lattice.edges[e].person == john) first += probabilities[e];
  }
  EXPECT_GT(first, 0.98);
}

}  // namespace
}  // namespace fullcast
