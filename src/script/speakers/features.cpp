#include "script/speakers/features.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace fullcast {
namespace {

constexpr std::size_t kMostCandidates = 16;
constexpr std::size_t kMostOfChapter = 3;
constexpr int kGapOfConversation = 8;

float& Put(FeatureRow& row, Feature feature) { return row[static_cast<std::size_t>(feature)]; }

bool Has(const std::vector<int>& persons, int person) {
  return std::find(persons.begin(), persons.end(), person) != persons.end();
}

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
    : dialogue_(dialogue), habits_(dialogue), actions_(ResolvePronouns(dialogue)) {
  const std::size_t persons = dialogue.people.persons.size();
  pronouns_.assign(dialogue.text.paragraphs.size() + 1, {0, 0});
  for (const Token& token : dialogue.text.tokens) {
    if (token.quotation >= 0 || !token.is_word) continue;
    const std::string& word = dialogue.text.Word(token);
    auto& counts = pronouns_[static_cast<std::size_t>(token.paragraph) + 1];
    if (word == "he" || word == "him" || word == "his" || word == "himself") ++counts.first;
    if (word == "she" || word == "her" || word == "herself") ++counts.second;
  }
  for (std::size_t i = 1; i < pronouns_.size(); ++i) {
    pronouns_[i].first += pronouns_[i - 1].first;
    pronouns_[i].second += pronouns_[i - 1].second;
  }
  cued_turns_.resize(persons);
  neighbours_of_.assign(persons, 0);
  for (std::size_t t = 0; t < dialogue.turns.size(); ++t) {
    const int a = dialogue.turns[t].cue_person;
    if (a < 0) continue;
    for (std::size_t other = t + 1; other < std::min(t + 3, dialogue.turns.size()); ++other) {
      const int b = dialogue.turns[other].cue_person;
      if (b < 0 || a == b || !Near(static_cast<int>(t), static_cast<int>(other))) continue;
      ++neighbours_[std::minmax(a, b)];
      ++neighbours_of_[static_cast<std::size_t>(a)];
      ++neighbours_of_[static_cast<std::size_t>(b)];
    }
  }
  book_shares_.assign(persons, 0);
  std::size_t chapters = 1;
  for (const Passage& p : dialogue.text.paragraphs) chapters = std::max(chapters, p.chapter + 1);
  std::vector<std::map<int, int>> counts(chapters);
  float cued = 0;
  said_turns_.resize(persons);
  said_shares_.resize(chapters);
  std::vector<float> said_total(chapters, 0);
  std::size_t mention = 0;
  for (std::size_t t = 0; t < dialogue.turns.size(); ++t) {
    const Turn& turn = dialogue.turns[t];
    while (mention < dialogue.mentions.size() && dialogue.mentions[mention].token < turn.begin) {
      ++mention;
    }
    mention_before_.push_back(static_cast<int>(mention));
    if (const int speaker = SpeakerOfCue(turn); speaker >= 0) {
      const std::size_t chapter = ChapterOf(static_cast<int>(t));
      said_turns_[static_cast<std::size_t>(speaker)].push_back(static_cast<int>(t));
      said_shares_[chapter][speaker] += 1;
      said_total[chapter] += 1;
    }
    if (turn.cue_person < 0) continue;
    const auto person = static_cast<std::size_t>(turn.cue_person);
    cued_turns_[person].push_back(static_cast<int>(t));
    ++counts[ChapterOf(static_cast<int>(t))][turn.cue_person];
    book_shares_[person] += 1;
    cued += 1;
  }
  for (std::size_t c = 0; c < chapters; ++c) {
    for (auto& [person, share] : said_shares_[c]) share /= said_total[c];
  }
  for (float& share : book_shares_) share /= std::max(1.0F, cued);
  for (const std::map<int, int>& chapter : counts) {
    std::vector<std::pair<int, int>> sorted;
    int total = 0;
    for (const auto& [person, count] : chapter) {
      sorted.emplace_back(-count, person);
      total += count;
    }
    std::sort(sorted.begin(), sorted.end());
    chapter_persons_.emplace_back();
    chapter_shares_.emplace_back();
    for (const auto& [count, person] : sorted) {
      if (chapter_persons_.back().size() < kMostOfChapter)
        chapter_persons_.back().push_back(person);
      chapter_shares_.back()[person] = static_cast<float>(-count) / static_cast<float>(total);
    }
  }
}

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

void FeatureReader::FillCued(int turn, FeatureRow& row, int person) const {
  const auto same_chapter = [&](int other) { return ChapterOf(other) == ChapterOf(turn); };
  const auto fill = [&](const std::vector<int>& turns, Feature ago, Feature soon, Feature near) {
    const auto next = std::upper_bound(turns.begin(), turns.end(), turn);
    const auto here = std::lower_bound(turns.begin(), turns.end(), turn);
    Put(row, soon) = next != turns.end() && same_chapter(*next)
                         ? std::min(kFar, static_cast<float>(*next - turn))
                         : kFar;
    Put(row, ago) = here != turns.begin() && same_chapter(*(here - 1))
                        ? std::min(kFar, static_cast<float>(turn - *(here - 1)))
                        : kFar;
    const auto first = std::lower_bound(turns.begin(), turns.end(), turn - 10);
    Put(row, near) = static_cast<float>(std::upper_bound(first, turns.end(), turn + 10) - first);
  };
  const auto number = static_cast<std::size_t>(person);
  fill(cued_turns_[number], Feature::cued_ago, Feature::cued_soon, Feature::cued_near);
  fill(said_turns_[number], Feature::said_ago, Feature::said_soon, Feature::said_near);
  float called = 0;
  for (int other = turn - 6; other <= turn + 6; ++other) {
    if (other != turn && Addressed(turn, other, person) > 0) called += 1;
  }
  Put(row, Feature::called_near) = called;
  const std::map<int, float>& chapter = chapter_shares_[ChapterOf(turn)];
  const auto share = chapter.find(person);
  if (share != chapter.end()) Put(row, Feature::cued_in_chapter) = share->second;
  const std::map<int, float>& said = said_shares_[ChapterOf(turn)];
  if (const auto s = said.find(person); s != said.end())
    Put(row, Feature::said_in_chapter) = s->second;
  Put(row, Feature::cued_in_book) = book_shares_[static_cast<std::size_t>(person)];
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

/// Whom a pronoun means, -1 where nobody knows.
int FeatureReader::PersonMeant(const Subject& subject) const {
  if (subject.kind != SubjectKind::kPronoun) return -1;
  const auto action = std::lower_bound(actions_.begin(), actions_.end(), subject.begin,
                                       [](const Action& a, int token) { return a.token < token; });
  return action == actions_.end() || action->token >= subject.end ? -1 : action->person;
}

/// Whom the turn's cue names, or its pronoun means; -1 where nobody knows.
int FeatureReader::SpeakerOfCue(const Turn& turn) const {
  if (turn.cue_person >= 0 || turn.cue.place == CuePlace::kNone) return turn.cue_person;
  return PersonMeant(turn.cue.subject);
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
  for (const int person : chapter_persons_[ChapterOf(turn)])
    window.around[person].closeness += 0.05F;
  if (dialogue_.narrator >= 0) window.around[dialogue_.narrator].closeness += 1;
  std::vector<std::pair<float, int>> ranked;
  for (const auto& [person, around] : window.around) {
    ranked.emplace_back(-around.closeness, person);
  }
  std::sort(ranked.begin(), ranked.end());
  if (ranked.size() > kMostCandidates) ranked.resize(kMostCandidates);
  const Gender sex = t.cue.place == CuePlace::kNone ? Gender::kUnknown : t.cue.subject.gender;
  std::vector<Candidate> candidates;
  float of_sex = 0;
  for (const auto& [closeness, person] : ranked) {
    Candidate candidate;
    candidate.person = person;
    const Around& around = window.around[person];
    FeatureRow& row = candidate.row;
    FillAround(turn, row, person);
    FillCued(turn, row, person);
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
  for (Candidate& candidate : candidates) {
    Put(candidate.row, Feature::candidates_of_sex) = of_sex;
    Put(candidate.row, Feature::likeness) = habits_.Likeness(turn, candidate.person);
    Put(candidate.row, Feature::cue_meant) =
        t.cue.place == CuePlace::kNone ? 0 : Meant(t.cue.subject, candidate.person);
    Put(candidate.row, Feature::beat_meant) = Meant(t.cue.beat_before, candidate.person);
    Put(candidate.row, Feature::beat_after_meant) = Meant(t.cue.beat_after, candidate.person);
  }
  FillActions(turn, candidates);
  if (t.settled) {
    std::erase_if(candidates, [&](const Candidate& c) { return c.person != t.cue_person; });
  }
  return candidates;
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
