#include "training.h"

#include "script/decode.h"

namespace fullcast {
namespace {

/// One example for each turn whose speaker is known and among the candidates.
void AddExamples(const Novel& novel, const std::vector<int>& spoken, std::vector<Example>& examples) {
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

std::vector<const Example*> Pointers(const std::vector<Example>& examples) {
  std::vector<const Example*> pointers;
  for (const Example& example : examples) pointers.push_back(&example);
  return pointers;
}

/// The speakers that a model decides for, as a sequence of persons.
std::vector<int> Speakers(const Novel& novel, const SpeakerModel& model) {
  std::vector<int> speakers;
  for (const Decision& decision : Decode(novel.dialogue, *novel.features, model)) {
    speakers.push_back(decision.person);
  }
  return speakers;
}

}  // namespace

SpeakerModel Train(const std::vector<const Novel*>& novels, const BoostingOptions& options) {
  std::vector<Example> examples;
  for (const Novel* novel : novels) AddExamples(*novel, novel->gold, examples);
  // The first round's models must not have seen the novels they decode.
  BoostingOptions first = options;
  first.trees = options.trees / 3;
  std::vector<std::vector<int>> spoken(novels.size());
  for (std::size_t part = 0; part < 2; ++part) {
    std::vector<Example> half;
    for (std::size_t n = 0; n < novels.size(); ++n) {
      if (n % 2 != part) AddExamples(*novels[n], novels[n]->gold, half);
    }
    if (half.empty()) continue;
    const SpeakerModel model = Boost(Pointers(half), first);
    for (std::size_t n = part; n < novels.size(); n += 2) spoken[n] = Speakers(*novels[n], model);
  }
  for (std::size_t n = 0; n < novels.size(); ++n) {
    if (!spoken[n].empty()) AddExamples(*novels[n], spoken[n], examples);
  }
  return Boost(Pointers(examples), options);
}

}  // namespace fullcast
