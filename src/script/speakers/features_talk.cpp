// What is said in a turn and how much is told around it: FeatureReader's features of the talk.
#include <algorithm>

#include "script/speakers/features.h"

namespace fullcast {

void FeatureReader::FillTalk(int turn, FeatureRow& row, int person) const {
  const auto words = [](int count) { return std::min(kFar, static_cast<float>(count)); };
  Put(row, Feature::opening) = static_cast<float>(At(turn).opening);
  const Narrated narrated = narration_.Around(turn);
  Put(row, Feature::narrated_since) = words(narrated.since);
  Put(row, Feature::narrated_lead) = words(narrated.lead);
  Put(row, Feature::narrated_within) = words(narrated.within);
  Put(row, Feature::narrated_tail) = words(narrated.tail);
  if (Near(turn, turn - 1)) {
    Put(row, Feature::narrated_tail_before) = words(narration_.Around(turn - 1).tail);
  }
  const Gender sex = Of(person).gender;
  const auto of_his_sex = [&](int other) {
    if (sex == Gender::kUnknown || !Near(turn, other)) return 0.0F;
    const auto& [he, she] = topics_.PronounsIn(other);
    return std::min(5.0F, static_cast<float>(sex == Gender::kMale ? he : she));
  };
  Put(row, Feature::he_or_she) = of_his_sex(turn);
  Put(row, Feature::he_or_she_before_1) = of_his_sex(turn - 1);
  Put(row, Feature::he_or_she_after_1) = of_his_sex(turn + 1);
  Put(row, Feature::spoken_of_near) = static_cast<float>(topics_.TurnsAbout(turn, person));
  Put(row, Feature::names_like) = namings_.Likeness(turn, person);
  Put(row, Feature::length_like) = habits_.LengthLikeness(turn, person);
  Put(row, Feature::thought) = At(turn).thought ? 1 : 0;
}

}  // namespace fullcast
