#include "script/speakers/features.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "script/people/genders.h"

namespace fullcast {
namespace {

constexpr std::size_t kMostCandidates = 16;
constexpr int kGapOfConversation = 8;

}  // namespace

const std::array<std::string_view, kFeatureCount>& FeatureNames() {
  static constexpr std::array<std::string_view, kFeatureCount> kNames = {
#define FULLCAST_NAME(name) #name,
      FULLCAST_FEATURES(FULLCAST_NAME)
#undef FULLCAST_NAME
  };
  return kNames;
}

FeatureReader::FeatureReader(const Dialogue& dialogue)
    : dialogue_(dialogue),
      habits_(dialogue),
      namings_(dialogue),
      narration_(dialogue),
      topics_(dialogue),
      encounters_(dialogue),
      ties_(dialogue),
      actions_(ResolvePronouns(dialogue)) {
  CountPronouns();
  CountNeighbours();
  CountCues();
}

void FeatureReader::CountPronouns() {
  pronouns_.assign(dialogue_.text.paragraphs.size() + 1, {0, 0});
  for (const Token& token : dialogue_.text.tokens) {
    if (token.quotation >= 0 || !token.is_word) continue;
    const Gender gender = GenderOfPronoun(dialogue_.text.Word(token));
    auto& counts = pronouns_[static_cast<std::size_t>(token.paragraph) + 1];
    if (gender == Gender::kMale) ++counts.first;
    if (gender == Gender::kFemale) ++counts.second;
  }
  for (std::size_t i = 1; i < pronouns_.size(); ++i) {
    pronouns_[i].first += pronouns_[i - 1].first;
    pronouns_[i].second += pronouns_[i - 1].second;
  }
}

std::size_t FeatureReader::ChapterOf(int turn) const {
  return dialogue_.text.paragraphs[static_cast<std::size_t>(At(turn).first_paragraph)].chapter;
}

bool FeatureReader::StartsAnew(int turn) const {
  return turn == 0 || ChapterOf(turn) != ChapterOf(turn - 1);
}

/// Whether two turns may be of one conversation.
bool FeatureReader::Near(int turn, int other) const {
  if (other < 0 || other >= static_cast<int>(dialogue_.turns.size())) return false;
  const int first = std::min(turn, other);
  const int last = std::max(turn, other);
  if (ChapterOf(first) != ChapterOf(last)) return false;
  return At(last).first_paragraph - At(first).last_paragraph <= kGapOfConversation * (last - first);
}

/// What the subject of a sentence does, or nullptr.
const Action* FeatureReader::ActionOf(const Subject& subject) const {
  const auto action = std::lower_bound(actions_.begin(), actions_.end(), subject.begin,
                                       [](const Action& a, int token) { return a.token < token; });
  return action == actions_.end() || action->token >= subject.end ? nullptr : &*action;
}

/// Whom a pronoun means, -1 where nobody knows.
int FeatureReader::PersonMeant(const Subject& subject) const {
  if (subject.kind != SubjectKind::kPronoun) return -1;
  const Action* action = ActionOf(subject);
  return action == nullptr ? -1 : action->person;
}

/// Who has a name and is in view where a pronoun or noun stands, -1 where nobody is.
int FeatureReader::NamedInView(const Subject& subject) const {
  if (subject.kind != SubjectKind::kPronoun && subject.kind != SubjectKind::kNoun) return -1;
  const Action* action = ActionOf(subject);
  return action == nullptr ? -1 : action->named;
}

/// Whom the turn's cue names, or its pronoun means; -1 where nobody knows.
int FeatureReader::SpeakerOfCue(const Turn& turn) const {
  if (turn.cue_person >= 0 || turn.cue.place == CuePlace::kNone) return turn.cue_person;
  return PersonMeant(turn.cue.subject);
}

void FeatureReader::FillMeant(int turn, std::vector<Candidate>& candidates) const {
  const Turn& t = At(turn);
  for (Candidate& candidate : candidates) {
    Put(candidate.row, Feature::likeness) = habits_.Likeness(turn, candidate.person);
    Put(candidate.row, Feature::cue_meant) =
        t.cue.place == CuePlace::kNone ? 0 : Meant(t.cue.subject, candidate.person);
    const int view = t.cue.place == CuePlace::kNone ? -1 : NamedInView(t.cue.subject);
    Put(candidate.row, Feature::cue_view) = view < 0                   ? 0.0F
                                            : view == candidate.person ? 1.0F
                                                                       : -1.0F;
    Put(candidate.row, Feature::beat_meant) = Meant(t.cue.beat_before, candidate.person);
    Put(candidate.row, Feature::beat_after_meant) = Meant(t.cue.beat_after, candidate.person);
  }
}

/// A chapter may never name her it is about. Where nobody in it can be meant, it may be one of the
/// chapter before, or one of those who speak most in the book.
void FeatureReader::AddFromElsewhere(int turn, Gender sex, std::map<int, Around>& around) const {
  constexpr int kMostFromElsewhere = 3;
  const auto fits = [&](int person) {
    const Gender other = Of(person).gender;
    return sex == Gender::kUnknown || other == sex || other == Gender::kUnknown;
  };
  if (std::any_of(around.begin(), around.end(), [&](const auto& a) { return fits(a.first); })) {
    return;
  }
  int added = 0;
  const auto add = [&](const std::vector<int>& persons) {
    for (const int person : persons) {
      if (added == kMostFromElsewhere) return;
      if (fits(person) && around.try_emplace(person).second) ++added;
    }
  };
  if (const std::size_t chapter = ChapterOf(turn); chapter > 0) add(chapter_persons_[chapter - 1]);
  add(book_persons_);
}

std::vector<Candidate> FeatureReader::Candidates(int turn) const {
  Surroundings window =
      LookAround(dialogue_, turn, mention_before_[static_cast<std::size_t>(turn)]);
  const Turn& t = At(turn);
  const int last = std::min(turn + 4, static_cast<int>(dialogue_.turns.size()) - 1);
  for (int other = std::max(0, turn - 12); other <= last; ++other) {
    const int person = At(other).cue_person;
    if (person < 0 || ChapterOf(other) != ChapterOf(turn)) continue;
    window.around[person].closeness +=
        2.0F / static_cast<float>(1 + std::abs(other - turn)) + (other == turn ? 100.0F : 0.0F);
  }
  if (t.cue.place != CuePlace::kNone) {
    for (const int person : ties_.Partners(t.cue.subject)) window.around[person].closeness += 0.5F;
  }
  for (const int person : chapter_persons_[ChapterOf(turn)])
    window.around[person].closeness += 0.05F;
  if (dialogue_.narrator >= 0) window.around[dialogue_.narrator].closeness += 1;
  const Gender sex = t.cue.place == CuePlace::kNone ? Gender::kUnknown : t.cue.subject.gender;
  AddFromElsewhere(turn, sex, window.around);
  std::vector<std::pair<float, int>> ranked;
  for (const auto& [person, around] : window.around) {
    ranked.emplace_back(-around.closeness, person);
  }
  std::sort(ranked.begin(), ranked.end());
  if (ranked.size() > kMostCandidates) ranked.resize(kMostCandidates);
  std::vector<Candidate> candidates;
  float of_sex = 0;
  for (const auto& [closeness, person] : ranked) {
    Candidate candidate;
    candidate.person = person;
    candidate.closeness = -closeness;
    const Around& around = window.around[person];
    FeatureRow& row = candidate.row;
    FillAround(turn, row, person);
    FillNoun(turn, row, person);
    FillListeners(turn, row, person);
    FillCued(turn, row, person);
    FillTalk(turn, row, person);
    FillAnchors(turn, row, person);
    Put(row, Feature::told_ago) = around.told_ago;
    Put(row, Feature::told_rank) = std::min(around.rank, 20.0F);
    Put(row, Feature::told_as_subject) = around.as_subject ? 1 : 0;
    Put(row, Feature::told_in_paragraph) = static_cast<float>((around.before_in_paragraph ? 1 : 0) +
                                                              (around.after_in_paragraph ? 2 : 0));
    Put(row, Feature::told_soon) = around.told_soon;
    Put(row, Feature::told_near) = around.told_near;
    Put(row, Feature::told_far) = around.told_far;
    Put(row, Feature::told_next) = around.told_next;
    Put(row, Feature::first_subject) = around.first_subject ? 1 : 0;
    Put(row, Feature::others_in_paragraph) = static_cast<float>(window.others);
    const Person& p = Of(person);
    Put(row, Feature::mentions_in_book) = std::log2(1.0F + static_cast<float>(p.mentions));
    Put(row, Feature::title) = static_cast<float>(p.title);
    Put(row, Feature::introduced) = p.introduced ? 1 : 0;
    Put(row, Feature::kind) = static_cast<float>(p.kind);
    Put(row, Feature::gender) = static_cast<float>(p.gender);
    Put(row, Feature::candidates) = static_cast<float>(ranked.size());
    int rank_of_sex = 0;
    for (const int other : window.order) {
      if (other == person) break;
      const Gender g = Of(other).gender;
      if (sex == Gender::kUnknown || g == sex || g == Gender::kUnknown) ++rank_of_sex;
    }
    Put(row, Feature::told_rank_of_sex) =
        around.told_ago < kFar ? static_cast<float>(std::min(rank_of_sex, 20)) : 20;
    if (sex != Gender::kUnknown && p.gender == sex) of_sex += 1;
    candidates.push_back(candidate);
  }
  for (Candidate& candidate : candidates) Put(candidate.row, Feature::candidates_of_sex) = of_sex;
  FillMeant(turn, candidates);
  FillActions(turn, candidates);
  FillNounRivals(turn, candidates);
  FillLeads(candidates);
  if (t.settled) {
    std::erase_if(candidates, [&](const Candidate& c) { return c.person != t.cue_person; });
  }
  return candidates;
}

}  // namespace fullcast
