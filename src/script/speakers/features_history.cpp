// Who spoke the turns before: FeatureReader's features of a sequence of speakers.
#include <algorithm>
#include <cmath>

#include "script/speakers/features.h"

namespace fullcast {
namespace {

bool Has(const std::vector<int>& persons, int person) {
  return std::find(persons.begin(), persons.end(), person) != persons.end();
}

}  // namespace

/// Who of the candidate's sex spoke before.
void FeatureReader::FillSexes(const History& history, int person, FeatureRow& row) const {
  const Gender sex = Of(person).gender;
  float since = 0;
  float others = 0;
  bool spoke = false;
  for (std::size_t i = 0; i < history.size(); ++i) {
    if (history[i] < 0 || Of(history[i]).gender != sex) continue;
    if (history[i] == person) {
      spoke = true;
      continue;
    }
    const auto begin = history.begin();
    if (std::find(begin, begin + static_cast<std::ptrdiff_t>(i), history[i]) !=
        begin + static_cast<std::ptrdiff_t>(i)) {
      continue;
    }
    others += 1;
    if (!spoke) since += 1;
  }
  Put(row, Feature::spoke_sex_rank) = spoke ? since : 8;
  Put(row, Feature::spoke_sex_others) = others;
}

void FeatureReader::AddHistory(int turn, const History& history, Candidate& candidate) const {
  FeatureRow& row = candidate.row;
  const int person = candidate.person;
  const auto spoke = [&](std::size_t i) {
    return history[i] < 0 ? -1.0F : history[i] == person ? 1.0F : 0.0F;
  };
  Put(row, Feature::spoke_1) = spoke(0);
  Put(row, Feature::spoke_2) = spoke(1);
  Put(row, Feature::spoke_3) = spoke(2);
  Put(row, Feature::spoke_4) = spoke(3);
  const auto last = std::find(history.begin(), history.end(), person);
  Put(row, Feature::spoke_ago) =
      last == history.end() ? 20 : static_cast<float>(last - history.begin());
  Put(row, Feature::spoke_share) =
      static_cast<float>(std::count(history.begin(), history.end(), person));
  FillSexes(history, person, row);
  int different = 0;
  for (std::size_t i = 0; i < 6; ++i) {
    const auto begin = history.begin();
    const auto here = begin + static_cast<std::ptrdiff_t>(i);
    if (history[i] >= 0 && std::find(begin, here, history[i]) == here) ++different;
  }
  Put(row, Feature::speakers) = static_cast<float>(different);
  Put(row, Feature::sex_of_last) = 0;
  Put(row, Feature::last_named) = 0;
  Put(row, Feature::named_by_last) = 0;
  Put(row, Feature::family) = 0;
  Put(row, Feature::listener_is_last) = 0;
  Put(row, Feature::talks_with_last) = 0;
  Put(row, Feature::talks_share) = 0;
  if (history[0] < 0) return;
  const auto talks = neighbours_.find(std::minmax(history[0], person));
  if (talks != neighbours_.end()) {
    Put(row, Feature::talks_with_last) = std::log2(1.0F + static_cast<float>(talks->second));
    Put(row, Feature::talks_share) =
        static_cast<float>(talks->second) /
        static_cast<float>(neighbours_of_[static_cast<std::size_t>(history[0])]);
  }
  Put(row, Feature::listener_is_last) = Listener(turn, turn, history[0]);
  const Gender sex = Of(history[0]).gender;
  const Gender own = Of(person).gender;
  if (sex != Gender::kUnknown && own != Gender::kUnknown) {
    Put(row, Feature::sex_of_last) = sex == own ? 1 : -1;
  }
  if (Of(person).surname >= 0 && Of(history[0]).surname == Of(person).surname) {
    Put(row, Feature::family) = 1;
  }
  if (Has(At(turn).addressed, history[0])) Put(row, Feature::last_named) = 2;
  if (Has(At(turn).spoken_of, history[0])) Put(row, Feature::last_named) = 1;
  for (std::size_t i = 1; i < history.size(); ++i) {
    if (history[i] != history[0]) continue;
    Put(row, Feature::named_by_last) = history[i - 1] == person ? 1 : -1;
    break;
  }
}

}  // namespace fullcast
