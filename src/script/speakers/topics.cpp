#include "script/speakers/topics.h"

#include <algorithm>
#include <cstdlib>

namespace fullcast {

Topics::Topics(const Dialogue& dialogue)
    : dialogue_(dialogue),
      turns_about_(dialogue.people.persons.size()),
      pronouns_(dialogue.turns.size()) {
  for (std::size_t t = 0; t < dialogue.turns.size(); ++t) {
    const int turn = static_cast<int>(t);
    for (const int person : dialogue.turns[t].spoken_of) {
      std::vector<int>& turns = turns_about_[static_cast<std::size_t>(person)];
      if (turns.empty() || turns.back() != turn) turns.push_back(turn);
    }
  }
  CountPronouns();
}

void Topics::CountPronouns() {
  const Vocabulary& words = dialogue_.text.vocabulary;
  const std::vector<int> he = {words.Find("he"), words.Find("him"), words.Find("his")};
  const std::vector<int> she = {words.Find("she"), words.Find("her"), words.Find("hers")};
  const auto has = [](const std::vector<int>& list, int word) {
    return std::find(list.begin(), list.end(), word) != list.end() ? 1 : 0;
  };
  for (std::size_t t = 0; t < dialogue_.turns.size(); ++t) {
    for (int i = dialogue_.turns[t].begin; i < dialogue_.turns[t].end; ++i) {
      const Token& token = dialogue_.text.tokens[static_cast<std::size_t>(i)];
      if (token.quotation < 0) continue;
      pronouns_[t].first += has(he, token.word);
      pronouns_[t].second += has(she, token.word);
    }
  }
}

int Topics::TurnsAbout(int turn, int person) const {
  constexpr int kReach = 6;
  constexpr int kMostApart = 3;  // paragraphs from turn to turn
  const std::vector<int>& turns = turns_about_[static_cast<std::size_t>(person)];
  const auto first = std::lower_bound(turns.begin(), turns.end(), turn - kReach);
  const auto last = std::upper_bound(first, turns.end(), turn + kReach);
  return static_cast<int>(std::count_if(first, last, [&](int other) {
    const Turn& earlier = dialogue_.turns[static_cast<std::size_t>(std::min(turn, other))];
    const Turn& later = dialogue_.turns[static_cast<std::size_t>(std::max(turn, other))];
    return later.first_paragraph - earlier.last_paragraph <=
           kMostApart * std::abs(other - turn) + 1;
  }));
}

}  // namespace fullcast
