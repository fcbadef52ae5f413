#include "script/speakers/features.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace fullcast {
namespace {

constexpr std::size_t kMostCandidates = 16;
constexpr std::size_t kMostOfChapter = 3;
constexpr int kGapOfConversation = 8;

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
    const std::string& word = dialogue_.text.Word(token);
    auto& counts = pronouns_[static_cast<std::size_t>(token.paragraph) + 1];
    if (word == "he" || word == "him" || word == "his" || word == "himself") ++counts.first;
    if (word == "she" || word == "her" || word == "herself") ++counts.second;
  }
  for (std::size_t i = 1; i < pronouns_.size(); ++i) {
    pronouns_[i].first += pronouns_[i - 1].first;
    pronouns_[i].second += pronouns_[i - 1].second;
  }
}

void FeatureReader::CountNeighbours() {
  neighbours_of_.assign(dialogue_.people.persons.size(), 0);
  for (std::size_t t = 0; t < dialogue_.turns.size(); ++t) {
    const int a = dialogue_.turns[t].cue_person;
    if (a < 0) continue;
    for (std::size_t other = t + 1; other < std::min(t + 3, dialogue_.turns.size()); ++other) {
      const int b = dialogue_.turns[other].cue_person;
      if (b < 0 || a == b || !Near(static_cast<int>(t), static_cast<int>(other))) continue;
      ++neighbours_[std::minmax(a, b)];
      ++neighbours_of_[static_cast<std::size_t>(a)];
      ++neighbours_of_[static_cast<std::size_t>(b)];
    }
  }
}

void FeatureReader::CountCues() {
  const std::size_t persons = dialogue_.people.persons.size();
  std::size_t chapters = 1;
  for (const Passage& p : dialogue_.text.paragraphs) chapters = std::max(chapters, p.chapter + 1);
  cued_turns_.resize(persons);
  said_turns_.resize(persons);
  said_shares_.resize(chapters);
  book_shares_.assign(persons, 0);
  std::vector<std::map<int, int>> counts(chapters);
  std::vector<float> said_total(chapters, 0);
  float cued = 0;
  std::size_t mention = 0;
  for (std::size_t t = 0; t < dialogue_.turns.size(); ++t) {
    const Turn& turn = dialogue_.turns[t];
    const std::size_t chapter = ChapterOf(static_cast<int>(t));
    while (mention < dialogue_.mentions.size() && dialogue_.mentions[mention].token < turn.begin) {
      ++mention;
    }
    mention_before_.push_back(static_cast<int>(mention));
    if (const int speaker = SpeakerOfCue(turn); speaker >= 0) {
      said_turns_[static_cast<std::size_t>(speaker)].push_back(static_cast<int>(t));
      said_shares_[chapter][speaker] += 1;
      said_total[chapter] += 1;
    }
    if (turn.cue_person < 0) continue;
    const auto person = static_cast<std::size_t>(turn.cue_person);
    cued_turns_[person].push_back(static_cast<int>(t));
    ++counts[chapter][turn.cue_person];
    book_shares_[person] += 1;
    cued += 1;
  }
  for (std::size_t c = 0; c < chapters; ++c) {
    for (auto& [person, share] : said_shares_[c]) share /= said_total[c];
  }
  for (float& share : book_shares_) share /= std::max(1.0F, cued);
  for (const std::map<int, int>& chapter : counts) RankChapter(chapter);
}

/// Takes over how often the cues of the next chapter name each person.
void FeatureReader::RankChapter(const std::map<int, int>& counts) {
  std::vector<std::pair<int, int>> sorted;
  int total = 0;
  for (const auto& [person, count] : counts) {
    sorted.emplace_back(-count, person);
    total += count;
  }
  std::sort(sorted.begin(), sorted.end());
  chapter_persons_.emplace_back();
  chapter_shares_.emplace_back();
  for (const auto& [count, person] : sorted) {
    if (chapter_persons_.back().size() < kMostOfChapter) chapter_persons_.back().push_back(person);
    chapter_shares_.back()[person] = static_cast<float>(-count) / static_cast<float>(total);
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
  FillSexes(history, person, row);
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
  Put(row, Feature::listener_is_last) = 0;
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
  Put(row, Feature::listener_is_last) = Listener(turn, turn, history[0]);
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
