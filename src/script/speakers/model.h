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
  std::int32_t right = 0;  ///< index of the right child, from the tree's first node
};

using Tree = std::vector<TreeNode>;

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

  std::vector<Tree> trees;
  Calibration calibration;
};

}  // namespace fullcast
