#include "script/speakers/noun_ties.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "script/speakers/encounters.h"

namespace fullcast {
namespace {

constexpr int kParagraphsOfCompany = 4;
constexpr std::size_t kMentionsOfCompany = 60;  ///< so that a long paragraph costs no square

template <typename Map, typename Key>
int Get(const Map& counts, const Key& key) {
  const auto entry = counts.find(key);
  return entry == counts.end() ? 0 : entry->second;
}

bool IsArticle(const std::string& word) {
  return word == "the" || word == "this" || word == "that" || word == "a" || word == "an" ||
         word == "his" || word == "her" || word == "their" || word == "my" || word == "our" ||
         word == "another" || word == "one" || word == "some" || word == "said" || word == "its" ||
         word == "your";
}

}  // namespace

NounTies::NounTies(const Dialogue& dialogue)
    : dialogue_(dialogue), covered_(dialogue.people.persons.size(), 0) {
  CountCompany();
  CountTurns();
  RankPartners();
}

NounTies::Key NounTies::KeyAt(int token) const {
  const int noun = At(token).word;
  if (token == 0 || !At(token - 1).is_word || At(token - 1).paragraph != At(token).paragraph ||
      IsArticle(dialogue_.text.Word(At(token - 1)))) {
    return {noun, -1};
  }
  return {noun, At(token - 1).word};
}

void NounTies::CountCompany() {
  const auto& mentions = dialogue_.mentions;
  std::vector<int> last(covered_.size(), -1000);
  std::vector<int> sentences;  // by mention
  int sentence = 0;
  int token = 0;
  for (const Mention& mention : mentions) {
    for (; token <= mention.token; ++token) {
      sentence +=
          At(token).starts_sentence ||
                  token ==
                      dialogue_.text.paragraphs[static_cast<std::size_t>(At(token).paragraph)].begin
              ? 1
              : 0;
    }
    sentences.push_back(sentence);
    if (mention.turn >= 0 && !mention.vocative) continue;
    const auto p = static_cast<std::size_t>(mention.person);
    covered_[p] += std::min(kParagraphsOfCompany + 1, mention.paragraph - last[p]);
    last[p] = mention.paragraph;
  }
  std::set<int> nouns;
  for (const Person& person : dialogue_.people.persons) nouns.insert(person.noun);
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    const Mention& noun = mentions[m];
    if (noun.turn >= 0 || !nouns.contains(At(noun.token).word)) continue;
    const Key key = KeyAt(noun.token);
    ++mentions_[key];
    std::set<int> near;
    std::set<int> beside;
    if (IsNamed(noun.person)) near.insert(noun.person);  // joined by now
    for (std::size_t o = m; o > m - std::min(m, kMentionsOfCompany); --o) {
      const Mention& other = mentions[o - 1];
      if (noun.paragraph - other.paragraph > kParagraphsOfCompany) break;
      if (!IsNamed(other.person) || (other.turn >= 0 && !other.vocative)) continue;
      near.insert(other.person);
      if (sentences[o - 1] == sentences[m] && other.turn < 0) beside.insert(other.person);
    }
    for (std::size_t o = m + 1; o < mentions.size() && sentences[o] == sentences[m]; ++o) {
      if (o - m > kMentionsOfCompany) break;
      if (IsNamed(mentions[o].person) && mentions[o].turn < 0) beside.insert(mentions[o].person);
    }
    for (const int person : near) ++company_[{key, person}];
    for (const int person : beside) ++apart_[{key, person}];
  }
}

void NounTies::CountTurns() {
  const auto& turns = dialogue_.turns;
  const auto count = static_cast<int>(turns.size());
  const auto named = [&](int t, int from) {
    if (t < 0 || t >= count) return -1;
    const auto first = static_cast<std::size_t>(std::min(t, from));
    const auto last = static_cast<std::size_t>(std::max(t, from));
    for (std::size_t i = first; i < last; ++i) {
      if (!SameExchange(turns[i], turns[i + 1])) return -1;
    }
    const int person = turns[static_cast<std::size_t>(t)].cue_person;
    return IsNamed(person) ? person : -1;
  };
  for (int t = 0; t < count; ++t) {
    const Turn& turn = turns[static_cast<std::size_t>(t)];
    if (turn.cue.place == CuePlace::kNone || turn.cue.subject.kind != SubjectKind::kNoun) continue;
    const Key key = KeyAt(turn.cue.subject.end - 1);
    for (const int step : {-1, 1}) {
      const int next = named(t + step, t);
      const int second = named(t + 2 * step, t);
      if (next >= 0) ++met_[{key, next}];
      if (second >= 0 && second != next) ++alternated_[{key, second}];
    }
  }
}

/// By how much oftener than by chance a person is named shortly before a noun.
float NounTies::Lift(const Key& key, int person, int company) const {
  const float expected = static_cast<float>(Get(mentions_, key)) *
                         static_cast<float>(covered_[static_cast<std::size_t>(person)]) /
                         static_cast<float>(dialogue_.text.paragraphs.size());
  return std::log2((static_cast<float>(company) + 1) / (expected + 1));
}

void NounTies::RankPartners() {
  constexpr std::size_t kMostPartners = 3;
  constexpr int kLeastCompany = 2;
  constexpr float kLeastLift = 1;
  std::map<Key, std::vector<std::pair<float, int>>> ranked;
  for (const auto& [pair, company] : company_) {
    const float lift = Lift(pair.first, pair.second, company);
    if (company >= kLeastCompany && lift >= kLeastLift) {
      ranked[pair.first].emplace_back(-lift, pair.second);
    }
  }
  for (auto& [key, persons] : ranked) {
    std::sort(persons.begin(), persons.end());
    if (persons.size() > kMostPartners) persons.resize(kMostPartners);
    for (const auto& [lift, person] : persons) partners_[key].push_back(person);
  }
}

std::vector<int> NounTies::Partners(const Subject& noun) const {
  if (noun.kind != SubjectKind::kNoun) return {};
  const auto partners = partners_.find(KeyAt(noun.end - 1));
  return partners == partners_.end() ? std::vector<int>{} : partners->second;
}

NounTies::Tie NounTies::Of(const Subject& noun, int person) const {
  Tie tie;
  if (noun.kind != SubjectKind::kNoun) return tie;
  const Key key = KeyAt(noun.end - 1);
  tie.alternated = Get(alternated_, std::pair{key, person});
  tie.met = Get(met_, std::pair{key, person});
  const auto mentions = static_cast<float>(Get(mentions_, key));
  if (mentions == 0) return tie;
  const int company = Get(company_, std::pair{key, person});
  tie.company = static_cast<float>(company) / mentions;
  tie.lift = Lift(key, person, company);
  tie.apart = static_cast<float>(Get(apart_, std::pair{key, person})) / mentions;
  return tie;
}

}  // namespace fullcast
