#include "script/speakers/encounters.h"

#include <algorithm>
#include <set>

namespace fullcast {
namespace {

constexpr int kParagraphsOfCompany = 8;
constexpr std::size_t kMentionsOfCompany = 160;  ///< so that a long paragraph costs no square

int Get(const std::map<std::pair<int, int>, int>& counts, const std::pair<int, int>& pair) {
  const auto entry = counts.find(pair);
  return entry == counts.end() ? 0 : entry->second;
}

}  // namespace

bool SameExchange(const Turn& earlier, const Turn& later) {
  constexpr int kMostParagraphs = 4;
  return later.first_paragraph - earlier.last_paragraph <= kMostParagraphs;
}

Encounters::Encounters(const Dialogue& dialogue) {
  CountExchanges(dialogue);
  CountCompany(dialogue);
}

void Encounters::CountExchanges(const Dialogue& dialogue) {
  const auto& turns = dialogue.turns;
  const auto follows = [&](std::size_t t) {
    return t < turns.size() && SameExchange(turns[t - 1], turns[t]);
  };
  for (std::size_t t = 0; t + 1 < turns.size(); ++t) {
    const int a = turns[t].cue_person;
    if (a < 0 || !follows(t + 1)) continue;
    const int b = turns[t + 1].cue_person;
    if (b >= 0 && a != b) ++met_[std::minmax(a, b)];
    if (!follows(t + 2)) continue;
    const int c = turns[t + 2].cue_person;
    if (c >= 0 && a != c && b != a && b != c) ++alternated_[std::minmax(a, c)];
  }
}

void Encounters::CountCompany(const Dialogue& dialogue) {
  std::size_t next = 0;  // the first mention behind the turn
  for (const Turn& turn : dialogue.turns) {
    while (next < dialogue.mentions.size() && dialogue.mentions[next].token < turn.end) ++next;
    if (turn.cue.place == CuePlace::kNone || turn.cue.subject.kind != SubjectKind::kNoun ||
        turn.cue_person < 0) {
      continue;
    }
    ++turns_of_[turn.cue_person];
    std::set<int> persons;
    const std::size_t last = next - std::min(next, kMentionsOfCompany);
    for (std::size_t m = next; m > last; --m) {
      const Mention& mention = dialogue.mentions[m - 1];
      if (turn.first_paragraph - mention.paragraph > kParagraphsOfCompany) break;
      if (mention.turn < 0 || mention.vocative) persons.insert(mention.person);
    }
    for (const int person : persons) ++company_[{turn.cue_person, person}];
  }
}

int Encounters::Met(int a, int b) const { return Get(met_, std::minmax(a, b)); }

int Encounters::Alternated(int a, int b) const { return Get(alternated_, std::minmax(a, b)); }

float Encounters::Company(int nominal, int person) const {
  const auto turns = turns_of_.find(nominal);
  if (turns == turns_of_.end()) return 0;
  return static_cast<float>(Get(company_, {nominal, person})) / static_cast<float>(turns->second);
}

}  // namespace fullcast
