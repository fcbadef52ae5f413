// The trained part of the attribution: regression trees that score a candidate.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "script/speakers/calibration.h"
#include "script/speakers/features.h"

namespace fullcast {

/// A node of a tree. The left child is the next node.
struct TreeNode {
  int feature = -1;        ///< -1: a leaf
  float value = 0;         ///< goes left when the feature is below it; of a leaf: the score
  std::int32_t right = 0;  ///< how many nodes behind it the right child is
};

using Tree = std::vector<TreeNode>;

/// A row's score as far as it does not depend on who spoke before (IsOfHistory).
struct PartialScore {
  double sum = 0;                     ///< of the trees that are settled
  std::vector<const TreeNode*> open;  ///< where each of the others asks for the history first
};

/// A sum of trees; the softmax of its scores over all candidates of a turn is their probability
/// (J. H. Friedman, Greedy function approximation, 2001, with the loss of a conditional logit).
struct SpeakerModel {
  /// The model that the program was built with.
  static SpeakerModel BuiltIn();

  /// Reads a model file: a line "features <names>"; a line "confidence <probability>:<share> ..."
  /// with the points of the calibration; then a tree a line, nodes in prefix order,
  /// "<feature>:<value>" for an inner one and "<score>" for a leaf. Throws Error when the text is
  /// no model of these features.
  static SpeakerModel Parse(std::string_view text);

  [[nodiscard]] double Score(const FeatureRow& row) const;

  /// The same in two steps, of which the first serves all histories of a turn.
  [[nodiscard]] PartialScore Begin(const FeatureRow& row) const;
  [[nodiscard]] static double Finish(const PartialScore& begun, const FeatureRow& row);

  std::vector<Tree> trees;
  Calibration calibration;
};

}  // namespace fullcast
