#include "script/epithets.h"

#include <algorithm>
#include <map>
#include <utility>

namespace fullcast {
namespace {

constexpr int kLeastAnswers = 3;
constexpr int kParagraphsOfExchange = 4;

using Pair = std::pair<int, int>;

/// Evidence for and against two persons being one.
class EpithetJoiner {
 public:
  explicit EpithetJoiner(Dialogue& dialogue) : dialogue_(dialogue) {}

  void Join() {
    CountAnswers();
    CountMeetings();
    std::vector<std::pair<int, Pair>> order;
    for (const auto& [pair, count] : answers_) {
      if (Fits(pair.first, pair.second, count)) order.push_back({-count, pair});
    }
    std::sort(order.begin(), order.end());
    std::map<int, int> merged;
    for (const auto& [count, pair] : order) {
      if (merged.contains(pair.first) || merged.contains(pair.second)) continue;
      const bool second = Of(pair.first).mentions < Of(pair.second).mentions;
      const int from = second ? pair.first : pair.second;
      const int into = second ? pair.second : pair.first;
      Adopt(Of(from), Of(into));
      MergePersons(dialogue_, from, into);
      merged[from] = into;
      merged[into] = into;
    }
  }

 private:
  [[nodiscard]] Person& Of(int person) {
    return dialogue_.people.persons[static_cast<std::size_t>(person)];
  }
  [[nodiscard]] const Turn& At(std::size_t turn) const { return dialogue_.turns[turn]; }

  [[nodiscard]] bool SameExchange(std::size_t a, std::size_t b) const {
    return At(b).first_paragraph - At(a).last_paragraph <= kParagraphsOfExchange;
  }

  /// Counts how often a turn next to one that calls somebody is cued as another's.
  void CountAnswers() {
    for (std::size_t t = 0; t + 1 < dialogue_.turns.size(); ++t) {
      if (!SameExchange(t, t + 1)) continue;
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

  /// Counts where two persons speak in turn, or are told of in one paragraph.
  void CountMeetings() {
    for (std::size_t t = 0; t + 1 < dialogue_.turns.size(); ++t) {
      const int a = At(t).cue_person;
      const int b = At(t + 1).cue_person;
      if (a >= 0) ++cued_[a];
      if (a >= 0 && b >= 0 && a != b && SameExchange(t, t + 1)) ++meetings_[std::minmax(a, b)];
    }
  }

  [[nodiscard]] bool Fits(int speaker, int called, int count) {
    if (speaker == called || count < kLeastAnswers) return false;
    const Person& a = Of(speaker);
    const Person& b = Of(called);
    if (a.kind == PersonKind::kGroup || b.kind == PersonKind::kGroup ||
        a.kind == PersonKind::kTeller || b.kind == PersonKind::kTeller) {
      return false;
    }
    if (a.gender != b.gender && a.gender != Gender::kUnknown && b.gender != Gender::kUnknown) {
      return false;
    }
    if (a.surname >= 0 && b.surname >= 0 && a.surname != b.surname) return false;
    if (!a.given.empty() && !b.given.empty() &&
        std::none_of(a.given.begin(), a.given.end(),
                     [&](const std::string& name) { return b.given.contains(name); })) {
      return false;
    }
    const bool by_speaker = count * 2 >= answers_of_[speaker];
    const bool by_called = count * 5 >= answers_to_[called] * 3 && cued_[called] * 2 < count;
    if (!by_speaker && !by_called) return false;
    const int met = meetings_[std::minmax(speaker, called)];
    return met * 12 <= std::min(cued_[speaker], cued_[called]);
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

  Dialogue& dialogue_;
  std::map<Pair, int> answers_;  ///< by speaker and who was called
  std::map<int, int> answers_of_;
  std::map<int, int> answers_to_;
  std::map<int, int> cued_;
  std::map<Pair, int> meetings_;
};

}  // namespace

void JoinEpithets(Dialogue& dialogue) { EpithetJoiner(dialogue).Join(); }

}  // namespace fullcast
