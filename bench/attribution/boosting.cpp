#include "boosting.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <utility>

namespace fullcast {
namespace {

constexpr std::size_t kBins = 64;

struct Sum {
  float gradient = 0;
  float hessian = 0;
};

struct Split {
  double gain = 0;
  std::size_t feature = 0;
  std::size_t bin = 0;  ///< rows in lower bins go left
};

/// Where each feature's values are cut into bins.
using Cuts = std::array<std::vector<float>, kFeatureCount>;

Cuts MakeCuts(const std::vector<const Example*>& examples) {
  Cuts cuts;
  for (std::size_t f = 0; f < kFeatureCount; ++f) {
    std::vector<float> values;
    for (std::size_t e = 0; e < examples.size(); e += 1 + examples.size() / 4000) {
      for (const FeatureRow& row : examples[e]->rows) values.push_back(row[f]);
    }
    std::sort(values.begin(), values.end());
    std::vector<float> distinct = values;
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    if (distinct.size() <= kBins) {
      for (std::size_t i = 1; i < distinct.size(); ++i) {
        cuts[f].push_back((distinct[i - 1] + distinct[i]) / 2);
      }
    } else {
      for (std::size_t i = 1; i < kBins; ++i) cuts[f].push_back(values[values.size() * i / kBins]);
      cuts[f].erase(std::unique(cuts[f].begin(), cuts[f].end()), cuts[f].end());
    }
  }
  return cuts;
}

class Booster {
 public:
  Booster(const std::vector<const Example*>& examples, const BoostingOptions& options)
      : examples_(examples), options_(options), random_(options.seed), cuts_(MakeCuts(examples)) {
    for (const Example* example : examples) {
      starts_.push_back(binned_.size());
      for (const FeatureRow& row : example->rows) {
        binned_.emplace_back();
        for (std::size_t f = 0; f < kFeatureCount; ++f) {
          binned_.back()[f] = static_cast<std::uint8_t>(
              std::upper_bound(cuts_[f].begin(), cuts_[f].end(), row[f]) - cuts_[f].begin());
        }
      }
    }
    starts_.push_back(binned_.size());
    scores_.assign(binned_.size(), 0);
    sums_.resize(binned_.size());
  }

  SpeakerModel Run() {
    SpeakerModel model;
    for (int i = 0; i < options_.trees; ++i) model.trees.push_back(GrowTree());
    return model;
  }

 private:
  using BinnedRow = std::array<std::uint8_t, kFeatureCount>;
  using Rows = std::vector<std::uint32_t>;
  using Histogram = std::vector<Sum>;  ///< kBins sums for each used feature

  void ComputeGradients() {
    for (std::size_t e = 0; e < examples_.size(); ++e) {
      double most = -1e30;
      for (std::size_t i = starts_[e]; i < starts_[e + 1]; ++i) most = std::max(most, scores_[i]);
      double total = 0;
      for (std::size_t i = starts_[e]; i < starts_[e + 1]; ++i)
        total += std::exp(scores_[i] - most);
      for (std::size_t i = starts_[e]; i < starts_[e + 1]; ++i) {
        const double p = std::exp(scores_[i] - most) / total;
        const double y = i - starts_[e] == examples_[e]->right ? 1 : 0;
        const double weight = static_cast<double>(examples_[e]->weight);
        sums_[i] = {static_cast<float>((p - y) * weight),
                    static_cast<float>(std::max(p * (1 - p), 1e-6) * weight)};
      }
    }
  }

  std::vector<TreeNode> GrowTree() {
    ComputeGradients();
    std::uniform_real_distribution<double> chance(0, 1);
    used_features_.clear();
    for (std::size_t f = 0; f < kFeatureCount; ++f) {
      if (chance(random_) < options_.features) used_features_.push_back(f);
    }
    Rows rows;
    for (std::size_t e = 0; e < examples_.size(); ++e) {
      if (chance(random_) >= options_.sample) continue;
      for (std::size_t i = starts_[e]; i < starts_[e + 1]; ++i) {
        rows.push_back(static_cast<std::uint32_t>(i));
      }
    }
    std::vector<TreeNode> tree;
    Histogram histogram = MakeHistogram(rows);
    Grow(std::move(rows), std::move(histogram), options_.depth, tree);
    for (std::size_t i = 0; i < binned_.size(); ++i) scores_[i] += Follow(tree, binned_[i]);
    return tree;
  }

  [[nodiscard]] double Follow(const std::vector<TreeNode>& tree, const BinnedRow& row) const {
    const TreeNode* node = tree.data();
    while (node->feature >= 0) {
      const auto feature = static_cast<std::size_t>(node->feature);
      const std::vector<float>& cuts = cuts_[feature];
      const bool left = row[feature] == 0 || cuts[row[feature] - 1U] < node->value;
      node += left ? 1 : node->right;
    }
    return static_cast<double>(node->value);
  }

  void Grow(Rows rows, Histogram histogram, int depth, std::vector<TreeNode>& tree) {
    const std::size_t here = tree.size();
    tree.emplace_back();
    double gradient = 0;
    double hessian = 0;
    for (const std::uint32_t i : rows) {
      gradient += static_cast<double>(sums_[i].gradient);
      hessian += static_cast<double>(sums_[i].hessian);
    }
    const Split split = depth == 0 ? Split{} : FindSplit(histogram, gradient, hessian);
    if (split.gain <= 1e-3) {
      tree[here].value =
          static_cast<float>(-options_.rate * gradient / (hessian + options_.shrink));
      return;
    }
    Rows left;
    Rows right;
    for (const std::uint32_t i : rows) {
      (binned_[i][split.feature] < split.bin ? left : right).push_back(i);
    }
    rows = {};
    tree[here].feature = static_cast<int>(split.feature);
    tree[here].value = cuts_[split.feature][split.bin - 1];
    // The larger child's histogram is what the smaller one leaves of the parent's.
    Histogram smaller;
    if (depth > 1) {
      smaller = MakeHistogram(left.size() < right.size() ? left : right);
      for (std::size_t i = 0; i < histogram.size(); ++i) {
        histogram[i].gradient -= smaller[i].gradient;
        histogram[i].hessian -= smaller[i].hessian;
      }
      if (left.size() < right.size()) std::swap(smaller, histogram);
    }
    Grow(std::move(left), std::move(histogram), depth - 1, tree);
    tree[here].right = static_cast<std::int32_t>(tree.size() - here);
    Grow(std::move(right), std::move(smaller), depth - 1, tree);
  }

  [[nodiscard]] Histogram MakeHistogram(const Rows& rows) const {
    Histogram histogram(used_features_.size() * kBins);
    for (const std::uint32_t i : rows) {
      const BinnedRow& row = binned_[i];
      const Sum& sum = sums_[i];
      Sum* bins = histogram.data();
      for (const std::size_t feature : used_features_) {
        Sum& bin = bins[row[feature]];
        bin.gradient += sum.gradient;
        bin.hessian += sum.hessian;
        bins += kBins;
      }
    }
    return histogram;
  }

  [[nodiscard]] Split FindSplit(const Histogram& histogram, double gradient, double hessian) const {
    Split best;
    const auto value = [&](double g, double h) { return g * g / (h + options_.shrink); };
    for (std::size_t u = 0; u < used_features_.size(); ++u) {
      double left_gradient = 0;
      double left_hessian = 0;
      for (std::size_t bin = 1; bin <= cuts_[used_features_[u]].size(); ++bin) {
        left_gradient += static_cast<double>(histogram[u * kBins + bin - 1].gradient);
        left_hessian += static_cast<double>(histogram[u * kBins + bin - 1].hessian);
        const double right_hessian = hessian - left_hessian;
        if (left_hessian < options_.least_weight || right_hessian < options_.least_weight) continue;
        const double gain = value(left_gradient, left_hessian) +
                            value(gradient - left_gradient, right_hessian) -
                            value(gradient, hessian);
        if (gain > best.gain) best = {gain, used_features_[u], bin};
      }
    }
    return best;
  }

  const std::vector<const Example*>& examples_;
  const BoostingOptions& options_;
  std::mt19937 random_;
  Cuts cuts_;
  std::vector<std::size_t> starts_;  ///< of each example's rows, and the end
  std::vector<BinnedRow> binned_;
  std::vector<double> scores_;
  std::vector<Sum> sums_;
  std::vector<std::size_t> used_features_;
};

}  // namespace

SpeakerModel Boost(const std::vector<const Example*>& examples, const BoostingOptions& options) {
  return Booster(examples, options).Run();
}

}  // namespace fullcast
