#include "script/speakers/epithets.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "script/speakers/encounters.h"

namespace fullcast {
namespace {

constexpr int kLeastAnswers = 3;
constexpr int kLeastAlternations = 3;
constexpr std::size_t kMostMentions = 80;  ///< so that long paragraphs cost no square

using Pair = std::pair<int, int>;

/// Evidence for and against two persons being one.
class EpithetJoiner {
 public:
  explicit EpithetJoiner(Dialogue& dialogue) : dialogue_(dialogue), encounters_(dialogue) {}

  void Join() {
    CountAnswers();
    CountCues();
    std::vector<std::pair<int, Pair>> order;
    for (const auto& [pair, count] : answers_) {
      if (MayBeOne(pair.first, pair.second) && Answers(pair.first, pair.second, count)) {
        order.emplace_back(-count, pair);
      }
    }
    for (const auto& [pair, count] : encounters_.alternations()) {
      if (MayBeOne(pair.first, pair.second) && Alternate(pair, count)) {
        order.emplace_back(-count, pair);
      }
    }
    CollectScenes();
    for (const auto& [pair, shared] : SharedPartners()) {
      if (MayBeOne(pair.first, pair.second) && ShareScenes(pair, shared)) {
        order.emplace_back(-shared, pair);
      }
    }
    CountCalls();
    for (const auto& [pair, present] : present_) {
      if (MayBeOne(pair.first, pair.second) && IsCalled(pair, present)) {
        order.emplace_back(-present, pair);
      }
    }
    std::sort(order.begin(), order.end());
    std::set<int> joined;  // one partner each, the one with the most evidence
    std::map<int, int> into;
    for (const auto& [count, pair] : order) {
      if (joined.contains(pair.first) || joined.contains(pair.second)) continue;
      joined.insert({pair.first, pair.second});
      const bool second = Of(pair.first).mentions < Of(pair.second).mentions;
      const auto [from, to] = second ? pair : Pair{pair.second, pair.first};
      Adopt(Of(from), Of(to));
      into[from] = to;
    }
    MergePersons(dialogue_, into);
  }

 private:
  [[nodiscard]] Person& Of(int person) {
    return dialogue_.people.persons[static_cast<std::size_t>(person)];
  }
  [[nodiscard]] const Turn& At(std::size_t turn) const { return dialogue_.turns[turn]; }

  /// Counts how often a turn next to one that calls somebody is cued as another's.
  void CountAnswers() {
    for (std::size_t t = 0; t + 1 < dialogue_.turns.size(); ++t) {
      if (!SameExchange(At(t), At(t + 1))) continue;
      for (const auto& [calling, answering] : {std::pair{t, t + 1}, std::pair{t + 1, t}}) {
        const int speaker = At(answering).cue_person;
        if (speaker < 0 || At(answering).cue.place == CuePlace::kNone) continue;
        std::vector<int> called = At(calling).addressed;
        std::sort(called.begin(), called.end());
        called.erase(std::unique(called.begin(), called.end()), called.end());
        for (const int person : called) {
          if (person == At(calling).cue_person) continue;
          ++answers_[{speaker, person}];
          ++answers_of_[speaker];
          ++answers_to_[person];
        }
      }
    }
  }

  void CountCues() {
    for (const Turn& turn : dialogue_.turns) {
      if (turn.cue_person >= 0) ++cued_[turn.cue_person];
    }
  }

  /// Where each person is, and with whom each speaks.
  void CollectScenes() {
    for (const Mention& mention : dialogue_.mentions) {
      if (mention.turn < 0) scenes_[mention.person].paragraphs.insert(mention.paragraph);
    }
    for (std::size_t t = 0; t < dialogue_.turns.size(); ++t) {
      const int a = At(t).cue_person;
      if (a < 0) continue;
      const auto paragraph = static_cast<std::size_t>(At(t).first_paragraph);
      scenes_[a].chapters.insert(dialogue_.text.paragraphs[paragraph].chapter);
      for (std::size_t o = t + 1; o < std::min(t + 3, dialogue_.turns.size()); ++o) {
        const int b = At(o).cue_person;
        if (b < 0 || a == b || !SameExchange(At(t), At(o))) continue;
        ++scenes_[a].partners[b];
        ++scenes_[b].partners[a];
        ++scenes_[a].exchanges;
        ++scenes_[b].exchanges;
      }
    }
  }

  /// Of each two who speak with the same others how often both do.
  [[nodiscard]] std::map<Pair, int> SharedPartners() {
    constexpr std::size_t kMostPartners = 40;  // so that it costs no square of a book's persons
    std::map<Pair, int> shared;
    for (const auto& [partner, scene] : scenes_) {
      std::vector<std::pair<int, int>> others;
      for (const auto& [other, count] : scene.partners) others.emplace_back(-count, other);
      std::sort(others.begin(), others.end());
      if (others.size() > kMostPartners) others.resize(kMostPartners);
      for (std::size_t a = 0; a < others.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) {
          shared[std::minmax(others[a].second, others[b].second)] +=
              std::min(-others[a].first, -others[b].first);
        }
      }
    }
    return shared;
  }

  /// "Mr. Wilcox" and "Henry": halves of a name that are in the same chapters with the same people,
  /// and neither speak to each other nor stand side by side.
  [[nodiscard]] bool ShareScenes(const Pair& pair, int shared) {
    constexpr int kLeastShared = 8;
    constexpr int kLeastChapters = 3;
    const Scenes& a = scenes_[pair.first];
    const Scenes& b = scenes_[pair.second];
    if (!Complete(Of(pair.first), Of(pair.second)) || encounters_.Met(pair.first, pair.second) > 0)
      return false;
    if (shared < kLeastShared || shared * 2 < std::min(a.exchanges, b.exchanges)) return false;
    if (Common(a.chapters, b.chapters) < kLeastChapters) return false;
    const auto seen = static_cast<int>(std::min(a.paragraphs.size(), b.paragraphs.size()));
    return Common(a.paragraphs, b.paragraphs) * 10 <= seen;
  }

  /// Counts who is there when somebody is called by a surname and title only.
  void CountCalls() {
    constexpr int kReach = 6;  // paragraphs
    std::size_t begin = 0;
    for (std::size_t t = 0; t < dialogue_.turns.size(); ++t) {
      const Turn& turn = At(t);
      const auto& mentions = dialogue_.mentions;
      while (begin < mentions.size() && mentions[begin].paragraph < turn.first_paragraph - kReach) {
        ++begin;
      }
      std::set<int> called;
      for (const int person : turn.addressed) {
        if (Of(person).surname >= 0 && Of(person).given.empty()) called.insert(person);
      }
      if (called.empty()) continue;
      std::set<int> present;
      for (std::size_t m = begin; m < std::min(mentions.size(), begin + kMostMentions); ++m) {
        if (mentions[m].paragraph > turn.last_paragraph + kReach) break;
        if (mentions[m].turn < 0) present.insert(mentions[m].person);
      }
      for (const int person : called) {
        ++calls_[person];
        ++calls_by_[{turn.cue_person, person}];
        for (const int other : present) {
          if (Of(other).surname < 0 && Of(other).gender == Of(person).gender) {
            ++present_[{other, person}];
          }
        }
      }
    }
    for (const auto& [pair, present] : present_) {
      std::vector<int>& most = most_present_[pair.second];
      most.push_back(present);
      std::sort(most.rbegin(), most.rend());
      if (most.size() > 2) most.resize(2);
    }
  }

  /// "Lucy" and "Miss Honeychurch": whoever calls the one by the surname, the other is there and no
  /// third person is whose surname is not told; and hardly anything is said under that name.
  [[nodiscard]] bool IsCalled(const Pair& pair, int present) {
    constexpr int kLeastCalls = 4;
    const auto& [given, surname] = pair;
    const int calls = calls_[surname];
    if (calls < kLeastCalls || present * 10 < calls * 8 || !Complete(Of(given), Of(surname))) {
      return false;
    }
    const std::vector<int>& most = most_present_[surname];
    const bool only = most.front() == present && (most.size() < 2 || most[1] * 3 < present * 2);
    return only && calls_by_[pair] == 0 && cued_[surname] * 10 <= cued_[given] &&
           encounters_.Met(given, surname) == 0;
  }

  template <typename T>
  static int Common(const std::set<T>& a, const std::set<T>& b) {
    return static_cast<int>(
        std::count_if(a.begin(), a.end(), [&](const T& value) { return b.contains(value); }));
  }

  /// Whether nothing that is known of two persons' names and sex speaks against their being one.
  [[nodiscard]] bool MayBeOne(int first, int second) {
    if (first == second) return false;
    const Person& a = Of(first);
    const Person& b = Of(second);
    if (a.kind == PersonKind::kGroup || b.kind == PersonKind::kGroup ||
        a.kind == PersonKind::kTeller || b.kind == PersonKind::kTeller) {
      return false;
    }
    if (a.gender != b.gender && a.gender != Gender::kUnknown && b.gender != Gender::kUnknown) {
      return false;
    }
    if (a.surname >= 0 && b.surname >= 0 && a.surname != b.surname) return false;
    return a.given.empty() || b.given.empty() ||
           std::any_of(a.given.begin(), a.given.end(),
                       [&](const std::string& name) { return b.given.contains(name); });
  }

  /// "the porter", "the Jew": words that a person of another name may go by.
  static bool IsDescription(const Person& person) {
    const bool titled = person.title == TitleKind::kMister || person.title == TitleKind::kMrs ||
                        person.title == TitleKind::kMiss;
    return person.kind == PersonKind::kNominal ||
           (person.given.empty() && person.surname < 0 && !titled);
  }

  /// Two halves of one name: "Mr. Vyse" and "Cecil", "Mrs. Munt" and "Aunt Juley".
  static bool Complete(const Person& a, const Person& b) {
    const auto is_half = [](const Person& p, const Person& other) {
      return p.surname >= 0 && p.given.empty() && other.surname < 0 &&
             (!other.given.empty() || other.title == TitleKind::kKin);
    };
    return a.gender == b.gender && a.gender != Gender::kUnknown && (is_half(a, b) || is_half(b, a));
  }

  /// The one answers when the other is called, and they do not speak to each other.
  [[nodiscard]] bool Answers(int speaker, int called, int count) {
    const bool halves = Complete(Of(speaker), Of(called)) && cued_[called] == 0;
    const int least = halves ? kLeastAnswers - 1 : kLeastAnswers;
    if (count < least) return false;
    const bool by_speaker = count * 2 >= answers_of_[speaker];
    const bool by_called = count * 5 >= answers_to_[called] * 3 && cued_[called] * 2 < count;
    const int met = encounters_.Met(speaker, called);
    return (by_speaker || by_called) && met * 12 <= std::min(cued_[speaker], cued_[called]);
  }

  /// They take the same side of a conversation, and do not speak to each other.
  [[nodiscard]] bool Alternate(const Pair& pair, int count) {
    if (!IsDescription(Of(pair.first)) && !IsDescription(Of(pair.second))) return false;
    const int met = encounters_.Met(pair.first, pair.second);
    return count >= kLeastAlternations + (met > 0 ? 1 : 0) && met * 2 <= count;
  }

  static void Adopt(Person& from, Person& into) {
    if (into.gender == Gender::kUnknown) into.gender = from.gender;
    if (into.surname < 0) into.surname = from.surname;
    into.given.insert(from.given.begin(), from.given.end());
    if (into.title == TitleKind::kNone) into.title = from.title;
    if (into.kind == PersonKind::kNominal && from.kind == PersonKind::kNamed) {
      into.kind = from.kind;
      into.name = from.name;
    }
  }

  /// Where a person speaks and is told of.
  struct Scenes {
    std::set<std::size_t> chapters;  ///< with cues that name the person
    std::set<int> paragraphs;        ///< of narration that names the person
    std::map<int, int> partners;     ///< turns of others next to the person's, by cues
    int exchanges = 0;
  };

  Dialogue& dialogue_;
  Encounters encounters_;
  std::map<int, Scenes> scenes_;
  std::map<Pair, int> answers_;  ///< by speaker and who was called
  std::map<int, int> answers_of_;
  std::map<int, int> answers_to_;
  std::map<int, int> cued_;
  std::map<int, int> calls_;                      ///< by who is called by a surname
  std::map<Pair, int> calls_by_;                  ///< by caller and who is called
  std::map<Pair, int> present_;                   ///< by who is there and who is called
  std::map<int, std::vector<int>> most_present_;  ///< the two highest of these by who is called
};

}  // namespace

void JoinEpithets(Dialogue& dialogue) { EpithetJoiner(dialogue).Join(); }

}  // namespace fullcast
