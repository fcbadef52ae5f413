// What stands around a turn: FeatureReader's features of cues, beats, calls, anchors and actions.
#include <algorithm>
#include <map>

#include "script/speakers/features.h"

namespace fullcast {
namespace {

bool Has(const std::vector<int>& persons, int person) {
  return std::find(persons.begin(), persons.end(), person) != persons.end();
}

}  // namespace

/// Pronouns in the narration of paragraphs [first, last): of one sex less those of the other; all
/// for an unknown sex.
float FeatureReader::Pronouns(int first, int last, Gender gender) const {
  const int end = static_cast<int>(pronouns_.size()) - 1;
  const auto& from = pronouns_[static_cast<std::size_t>(std::clamp(first, 0, end))];
  const auto& to = pronouns_[static_cast<std::size_t>(std::clamp(last, 0, end))];
  const int male = to.first - from.first;
  const int female = to.second - from.second;
  const int value = gender == Gender::kUnknown ? male + female
                    : gender == Gender::kMale  ? male - female
                                               : female - male;
  return static_cast<float>(std::clamp(value, -12, 12));
}

float FeatureReader::Relation(const Subject& subject, int named, int person) const {
  if (named >= 0 &&
      (subject.kind == SubjectKind::kName || subject.kind == SubjectKind::kFirstPerson ||
       subject.kind == SubjectKind::kGroup)) {
    return named == person ? 2 : -2;
  }
  if (named >= 0 && named == person) return 2;
  if (subject.kind == SubjectKind::kNone || subject.gender == Gender::kUnknown) return 0;
  const Person& p = Of(person);
  if (p.kind == PersonKind::kGroup) return -1;
  if (p.gender == Gender::kUnknown) return p.kind == PersonKind::kTeller ? -1 : 0;
  if (p.gender == subject.gender) return p.kind == PersonKind::kTeller ? -1 : 1;
  return -1;
}

float FeatureReader::CueRelation(int turn, int other, int person) const {
  if (!Near(turn, other)) return 0;
  const Turn& t = At(other);
  if (t.cue.place == CuePlace::kNone) return 0;
  return Relation(t.cue.subject, t.cue_person, person);
}

float FeatureReader::Addressed(int turn, int other, int person) const {
  if (!Near(turn, other) || At(other).addressed.empty()) return 0;
  return Has(At(other).addressed, person) ? 1 : -1;
}

float FeatureReader::SpokenOf(int turn, int other, int person) const {
  return Near(turn, other) && Has(At(other).spoken_of, person) ? 1 : 0;
}

/// Whether a person may be the one to whom another turn is said, by the sex it tells.
float FeatureReader::Listener(int turn, int other, int person) const {
  if (!Near(turn, other)) return 0;
  const Gender told = At(other).listener_gender;
  const Gender own = Of(person).gender;
  if (told == Gender::kUnknown || own == Gender::kUnknown) return 0;
  return told == own ? 1 : -1;
}

/// What speaks for the candidate's being the one whom a noun of the cue means.
void FeatureReader::FillNoun(int turn, FeatureRow& row, int person) const {
  constexpr int kMost = 10;
  const Turn& t = At(turn);
  const int bearer = t.cue_person;
  if (t.cue.place == CuePlace::kNone || t.cue.subject.kind != SubjectKind::kNoun || bearer < 0) {
    return;
  }
  Put(row, Feature::noun_met) =
      static_cast<float>(std::min(kMost, encounters_.Met(bearer, person)));
  Put(row, Feature::noun_alternated) =
      static_cast<float>(std::min(kMost, encounters_.Alternated(bearer, person)));
  Put(row, Feature::noun_company) = encounters_.Company(bearer, person);
  const NounTies::Tie tie = ties_.Of(t.cue.subject, person);
  Put(row, Feature::tie_company) = tie.company;
  Put(row, Feature::tie_lift) = tie.lift;
  Put(row, Feature::tie_apart) = tie.apart;
  Put(row, Feature::tie_alternated) = static_cast<float>(std::min(kMost, tie.alternated));
  Put(row, Feature::tie_met) = static_cast<float>(std::min(kMost, tie.met));
}

void FeatureReader::FillListeners(int turn, FeatureRow& row, int person) const {
  Put(row, Feature::listener) = Listener(turn, turn, person);
  Put(row, Feature::listener_before_1) = Listener(turn, turn - 1, person);
  Put(row, Feature::listener_before_2) = Listener(turn, turn - 2, person);
  Put(row, Feature::listener_after_1) = Listener(turn, turn + 1, person);
  const auto told = [&](int other) {
    if (!Near(turn, other) || At(other).told < 0) return 0.0F;
    return At(other).told == person ? 1.0F : -1.0F;
  };
  Put(row, Feature::told) = told(turn);
  Put(row, Feature::told_before_1) = told(turn - 1);
  Put(row, Feature::called) = static_cast<float>(At(turn).called);
  if (Near(turn, turn - 1)) {
    Put(row, Feature::called_before_1) = static_cast<float>(At(turn - 1).called);
    Put(row, Feature::report_before) =
        Relation(At(turn).report_before, At(turn).report_before.person, person);
    Put(row, Feature::report_meant) = Meant(At(turn).report_before, person);
  }
  if (Near(turn, turn + 1)) {
    Put(row, Feature::report_after) =
        Relation(At(turn + 1).report_before, At(turn + 1).report_before.person, person);
  }
}

void FeatureReader::FillAround(int turn, FeatureRow& row, int person) const {
  const Turn& t = At(turn);
  Put(row, Feature::cue_kind) =
      static_cast<float>(t.cue.place == CuePlace::kNone ? SubjectKind::kNone : t.cue.subject.kind);
  Put(row, Feature::cue_place) = static_cast<float>(t.cue.place);
  Put(row, Feature::cue) = CueRelation(turn, turn, person);
  Put(row, Feature::noun) = static_cast<float>(
      t.cue.place == CuePlace::kNone ? NounKind::kNone : t.cue.subject.noun_kind);
  // The teller is never "he": all pronouns speak against him.
  const bool teller = Of(person).kind == PersonKind::kTeller;
  const Gender gender = teller ? Gender::kUnknown : Of(person).gender;
  const float sign = teller ? -1.0F : 1.0F;
  Put(row, Feature::pronouns_here) =
      sign * Pronouns(t.first_paragraph, t.last_paragraph + 1, gender);
  Put(row, Feature::pronouns_before) =
      sign * Pronouns(t.first_paragraph - 4, t.first_paragraph, gender);
  Put(row, Feature::pronouns_after) =
      sign * Pronouns(t.last_paragraph + 1, t.last_paragraph + 5, gender);
  Put(row, Feature::pronouns_all) =
      Pronouns(t.first_paragraph - 4, t.last_paragraph + 5, Gender::kUnknown);
  Put(row, Feature::cue_before_3) = CueRelation(turn, turn - 3, person);
  Put(row, Feature::cue_before_2) = CueRelation(turn, turn - 2, person);
  Put(row, Feature::cue_before_1) = CueRelation(turn, turn - 1, person);
  Put(row, Feature::cue_after_1) = CueRelation(turn, turn + 1, person);
  Put(row, Feature::cue_after_2) = CueRelation(turn, turn + 2, person);
  Put(row, Feature::cue_after_3) = CueRelation(turn, turn + 3, person);
  const auto beat = [&](const Subject& subject) {
    const int named =
        subject.kind == SubjectKind::kFirstPerson ? dialogue_.narrator : subject.person;
    return Relation(subject, named, person);
  };
  Put(row, Feature::beat_before) = beat(t.cue.beat_before);
  Put(row, Feature::beat_after) = beat(t.cue.beat_after);
  if (Near(turn, turn - 1)) {
    Put(row, Feature::beat_before_1) = beat(At(turn - 1).cue.beat_before);
    Put(row, Feature::beat_after_1) = beat(At(turn - 1).cue.beat_after);
  }
  Put(row, Feature::addressed) = Addressed(turn, turn, person);
  Put(row, Feature::addressed_before_1) = Addressed(turn, turn - 1, person);
  Put(row, Feature::addressed_before_2) = Addressed(turn, turn - 2, person);
  Put(row, Feature::addressed_after_1) = Addressed(turn, turn + 1, person);
  Put(row, Feature::addressed_after_2) = Addressed(turn, turn + 2, person);
  Put(row, Feature::spoken_of) = SpokenOf(turn, turn, person);
  Put(row, Feature::spoken_of_before_1) = SpokenOf(turn, turn - 1, person);
  Put(row, Feature::spoken_of_after_1) = SpokenOf(turn, turn + 1, person);
  Put(row, Feature::words) = static_cast<float>(std::min(t.words, 200));
  Put(row, Feature::question) = t.question ? 1 : 0;
  Put(row, Feature::question_before) = Near(turn, turn - 1) && At(turn - 1).question ? 1 : 0;
  const auto gap = [&](int first, int last) {
    if (first < 0 || last >= static_cast<int>(dialogue_.turns.size()) ||
        ChapterOf(first) != ChapterOf(last)) {
      return kFar;
    }
    return std::min(kFar, static_cast<float>(At(last).first_paragraph - At(first).last_paragraph));
  };
  Put(row, Feature::gap_before) = gap(turn - 1, turn);
  Put(row, Feature::gap_after) = gap(turn, turn + 1);
  Put(row, Feature::first_person_book) = dialogue_.narrator >= 0 ? 1 : 0;
}

/// What strict alternation between the turn and the nearest cues before and behind it tells.
void FeatureReader::FillAnchors(int turn, FeatureRow& row, int person) const {
  constexpr int kReach = 12;
  constexpr int kMostApart = 3;  // paragraphs between two turns of one exchange
  const Gender sex = Of(person).gender;
  const auto look = [&](int step, Feature named, Feature turns, Feature sexed) {
    bool sex_known = false;
    Put(row, turns) = kReach + 1;
    for (int d = 1; d <= kReach; ++d) {
      const int other = turn + step * d;
      const int nearer = other - step;
      if (!Near(nearer, other)) return;
      const int first = std::min(other, nearer);
      if (At(first + 1).first_paragraph - At(first).last_paragraph > kMostApart) return;
      const Turn& t = At(other);
      if (t.cue.place == CuePlace::kNone) continue;
      const float even = d % 2 == 0 ? 1.0F : -1.0F;
      if (!sex_known && t.cue.subject.gender != Gender::kUnknown && sex != Gender::kUnknown) {
        sex_known = true;
        Put(row, sexed) = t.cue.subject.gender == sex ? even : -even;
      }
      if (t.cue_person < 0) continue;
      Put(row, named) = t.cue_person == person ? even : -even / 2;
      Put(row, turns) = static_cast<float>(d);
      return;
    }
  };
  look(1, Feature::anchor_after, Feature::anchor_after_turns, Feature::sex_anchor_after);
  look(-1, Feature::anchor_before, Feature::anchor_before_turns, Feature::sex_anchor_before);
}

/// Whom a pronoun rather means: 1 the person, -1 somebody else, 0 nobody knows.
float FeatureReader::Meant(const Subject& subject, int person) const {
  const int meant = PersonMeant(subject);
  return meant < 0 ? 0 : meant == person ? 1 : -1;
}

/// Who acts around a turn.
void FeatureReader::FillActions(int turn, std::vector<Candidate>& candidates) const {
  constexpr int kReach = 30;
  constexpr int kMostActions = 80;
  const Turn& t = At(turn);
  const auto here = std::lower_bound(actions_.begin(), actions_.end(), t.begin,
                                     [](const Action& a, int token) { return a.token < token; });
  struct Seen {
    float ago = kFar;
    float rank = 20;
    float near = 0;
    float soon = kFar;
    float next = 0;
  };
  std::map<int, Seen> seen;
  int others = 0;
  int count = 0;
  for (auto a = here; a != actions_.begin() && count < kMostActions; ++count) {
    --a;
    const int ago = t.first_paragraph - a->paragraph;
    if (ago > kReach) break;
    Seen& s = seen[a->person];
    if (s.ago >= kFar) {
      s.ago = static_cast<float>(ago);
      s.rank = static_cast<float>(std::min(others++, 20));
    }
    s.near += ago <= 5 ? 1.0F : 0.0F;
  }
  count = 0;
  for (auto a = here; a != actions_.end() && count < kMostActions / 2; ++a, ++count) {
    const int ahead = std::max(0, a->paragraph - t.last_paragraph);
    if (ahead > 8) break;
    Seen& s = seen[a->person];
    s.soon = std::min(s.soon, static_cast<float>(ahead));
    s.next += ahead <= 5 ? 1.0F : 0.0F;
  }
  for (Candidate& candidate : candidates) {
    const auto found = seen.find(candidate.person);
    const Seen s = found == seen.end() ? Seen{} : found->second;
    Put(candidate.row, Feature::acted_ago) = s.ago;
    Put(candidate.row, Feature::acted_rank) = s.rank;
    Put(candidate.row, Feature::acted_near) = s.near;
    Put(candidate.row, Feature::acted_soon) = s.soon;
    Put(candidate.row, Feature::acted_next) = s.next;
  }
}

}  // namespace fullcast
