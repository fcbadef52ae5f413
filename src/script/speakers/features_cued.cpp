// Whom the cues of the turns around name: FeatureReader's features of how often and how near.
#include <algorithm>
#include <map>

#include "script/speakers/features.h"

namespace fullcast {
namespace {

constexpr std::size_t kMostOfChapter = 3;

}  // namespace

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
  for (std::size_t person = 0; person < book_shares_.size(); ++person) {
    if (book_shares_[person] > 0) book_persons_.push_back(static_cast<int>(person));
  }
  std::stable_sort(book_persons_.begin(), book_persons_.end(), [&](int a, int b) {
    return book_shares_[static_cast<std::size_t>(a)] > book_shares_[static_cast<std::size_t>(b)];
  });
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

}  // namespace fullcast
