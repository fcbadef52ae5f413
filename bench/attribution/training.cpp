#include "training.h"

#include <algorithm>
#include <utility>

#include "script/speakers/lattice.h"

namespace fullcast {
namespace {

/// One example for each turn whose speaker is known and among the candidates.
void AddExamples(const Novel& novel, const std::vector<int>& spoken,
                 std::vector<Example>& examples) {
  History history = kNoHistory;
  for (std::size_t t = 0; t < novel.gold.size(); ++t) {
    const int turn = static_cast<int>(t);
    if (novel.features->StartsAnew(turn)) history = kNoHistory;
    Example example;
    bool known = false;
    if (novel.gold[t] >= 0) {
      for (Candidate& candidate : novel.features->Candidates(turn)) {
        novel.features->AddHistory(turn, history, candidate);
        if (candidate.person == novel.gold[t]) {
          example.right = example.rows.size();
          known = true;
        }
        example.rows.push_back(candidate.row);
      }
    }
    if (known && example.rows.size() > 1) examples.push_back(std::move(example));
    history = Push(history, spoken[t]);
  }
}

SpeakerModel BoostAll(const std::vector<Example>& examples, const BoostingOptions& options) {
  std::vector<const Example*> pointers;
  for (const Example& example : examples) pointers.push_back(&example);
  return Boost(pointers, options);
}

}  // namespace

std::vector<std::vector<int>> Rehearse(const std::vector<const Novel*>& novels,
                                       const BoostingOptions& options) {
  BoostingOptions quick = options;
  quick.trees = options.trees / 4;
  std::vector<std::vector<int>> spoken(novels.size());
  for (std::size_t part = 0; part < 2; ++part) {
    std::vector<Example> half;
    for (std::size_t n = 0; n < novels.size(); ++n) {
      if (n % 2 != part) AddExamples(*novels[n], novels[n]->gold, half);
    }
    const SpeakerModel model = BoostAll(half, quick);
    for (std::size_t n = part; n < novels.size(); n += 2) {
      for (const Decision& decision : Decode(novels[n]->dialogue, *novels[n]->features, model)) {
        spoken[n].push_back(decision.person);
      }
    }
  }
  return spoken;
}

SpeakerModel TrainAfter(const std::vector<const Novel*>& novels,
                        const std::vector<std::vector<int>>& spoken,
                        const BoostingOptions& options) {
  std::vector<Example> examples;
  for (std::size_t n = 0; n < novels.size(); ++n) {
    AddExamples(*novels[n], spoken[n], examples);
    AddExamples(*novels[n], novels[n]->gold, examples);
  }
  // The mean of several models tips less at small changes than any of them.
  SpeakerModel mean;
  for (int m = 0; m < options.models; ++m) {
    BoostingOptions one = options;
    one.seed += static_cast<std::uint32_t>(m);
    for (Tree& tree : BoostAll(examples, one).trees) {
      for (TreeNode& node : tree) {
        if (node.feature < 0) node.value /= static_cast<float>(options.models);
      }
      mean.trees.push_back(std::move(tree));
    }
  }
  return mean;
}

SpeakerModel Train(const std::vector<const Novel*>& novels, const BoostingOptions& options) {
  return TrainAfter(novels, Rehearse(novels, options), options);
}

Calibration Calibrate(const std::vector<const Outcome*>& outcomes) {
  std::vector<std::pair<double, bool>> decided;
  for (const Outcome* outcome : outcomes) {
    for (std::size_t t = 0; t < outcome->decisions.size(); ++t) {
      const int gold = outcome->novel->gold[t];
      if (gold == kNotAnnotated) continue;
      decided.emplace_back(outcome->decisions[t].probability, outcome->decisions[t].person == gold);
    }
  }
  std::sort(decided.begin(), decided.end());
  struct Pool {
    double probability = 0;
    double right = 0;
    double count = 0;
  };
  // Pools of equal size first, so that the curve has few points; then adjacent violators joined.
  std::vector<Pool> pools;
  const std::size_t size = decided.size() / 40 + 1;
  for (std::size_t i = 0; i < decided.size(); ++i) {
    if (i % size == 0) pools.emplace_back();
    pools.back().probability += decided[i].first;
    pools.back().right += decided[i].second ? 1 : 0;
    pools.back().count += 1;
    while (i % size == size - 1 && pools.size() > 1 &&
           (pools.end() - 2)->right * pools.back().count >=
               pools.back().right * (pools.end() - 2)->count) {
      Pool& previous = *(pools.end() - 2);
      previous.probability += pools.back().probability;
      previous.right += pools.back().right;
      previous.count += pools.back().count;
      pools.pop_back();
    }
  }
  Calibration calibration;
  for (const Pool& pool : pools) {
    const std::pair<double, double> point(pool.probability / pool.count, pool.right / pool.count);
    if (calibration.points.empty() || point.first > calibration.points.back().first + 1e-3) {
      calibration.points.push_back(point);
    }
  }
  return calibration;
}

}  // namespace fullcast
