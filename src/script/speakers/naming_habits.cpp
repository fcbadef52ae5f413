#include "script/speakers/naming_habits.h"

#include <algorithm>
#include <cmath>

namespace fullcast {
namespace {

constexpr double kPrior = 2;  ///< mentions
constexpr int kLeastMentions = 2;

bool IsNamed(const Turn& turn) { return turn.cue_person >= 0 && turn.cue.place != CuePlace::kNone; }

template <typename Key>
int Get(const std::map<Key, int>& counts, const Key& key) {
  const auto entry = counts.find(key);
  return entry == counts.end() ? 0 : entry->second;
}

}  // namespace

NamingHabits::NamingHabits(const Dialogue& dialogue)
    : dialogue_(dialogue), turns_(dialogue.turns.size()), persons_(dialogue.people.persons.size()) {
  for (const Mention& mention : dialogue.mentions) {
    if (mention.turn < 0) continue;
    const Naming naming(mention.person,
                        dialogue.text.tokens[static_cast<std::size_t>(mention.token)].word);
    const auto t = static_cast<std::size_t>(mention.turn);
    turns_[t].push_back(naming);
    const Turn& turn = dialogue.turns[t];
    if (!IsNamed(turn)) continue;
    for (Counts* counts : {&book_, &persons_[static_cast<std::size_t>(turn.cue_person)]}) {
      ++counts->as[naming];
      ++counts->of[naming.first];
    }
  }
}

float NamingHabits::Likeness(int turn, int person) const {
  const auto t = static_cast<std::size_t>(turn);
  const bool own = IsNamed(dialogue_.turns[t]) && dialogue_.turns[t].cue_person == person;
  const Counts& his = persons_[static_cast<std::size_t>(person)];
  double most = 0;
  for (const Naming& naming : turns_[t]) {
    int here = 0;  // in this turn, to be left out
    int here_of = 0;
    for (const Naming& other : turns_[t]) {
      here += own && other == naming ? 1 : 0;
      here_of += own && other.first == naming.first ? 1 : 0;
    }
    const int all_of = Get(book_.of, naming.first) - here_of;
    if (all_of < kLeastMentions) continue;
    const double share = (Get(book_.as, naming) - here + 0.5) / (all_of + 1.0);
    const double ratio = (Get(his.as, naming) - here + kPrior * share) /
                         (Get(his.of, naming.first) - here_of + kPrior) / share;
    if (std::abs(std::log(ratio)) > std::abs(most)) most = std::log(ratio);
  }
  return static_cast<float>(most);
}

}  // namespace fullcast
