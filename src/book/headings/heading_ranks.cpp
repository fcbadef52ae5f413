#include "book/headings/heading_ranks.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace fullcast {

namespace {

bool IsNumbered(const Heading& heading, HeadingKind kind) {
  return heading.kind == kind && heading.number > 0;
}

// The highest level below `above`, and how many headings it has.
std::pair<int, std::size_t> HighestLevel(const std::vector<LeveledBlock>& blocks, int above) {
  std::pair<int, std::size_t> highest{kNoLevel, 0};
  for (const auto& [block, level] : blocks) {
    if (level <= above) continue;
    if (level < highest.first) highest = {level, 0};
    if (level == highest.first) ++highest.second;
  }
  return highest;
}

// Headings of a level that have a word and a number.
std::size_t CountNumbered(const std::vector<LeveledBlock>& blocks, int level, HeadingKind kind) {
  return static_cast<std::size_t>(
      std::count_if(blocks.begin(), blocks.end(), [&](const LeveledBlock& draft) {
        return draft.level == level && IsNumbered(HeadingOf(draft.block.text), kind);
      }));
}

// Whether a single heading above others is the book's title and not its only chapter.
bool IsTitle(const std::vector<LeveledBlock>& blocks, int level, int below, bool one_of_many) {
  if (one_of_many) return CountNumbered(blocks, below, HeadingKind::kChapter) > 1;
  const auto heading = std::find_if(blocks.begin(), blocks.end(),
                                    [level](const auto& draft) { return draft.level == level; });
  return HeadingOf(heading->block.text).kind == HeadingKind::kUntitled;
}

// Paragraphs that read like headings with a word and a number, in a file that marks none.
Rank PlainRank(const Block& block) {
  if (block.kind != BlockKind::kText) return Rank::kText;
  const auto heading = ParseHeading(block.text);
  if (!heading) return Rank::kText;
  if (IsNumbered(*heading, HeadingKind::kPart)) return Rank::kPart;
  const bool chapter =
      IsNumbered(*heading, HeadingKind::kChapter) || heading->kind == HeadingKind::kNamed;
  return chapter ? Rank::kChapter : Rank::kText;
}

// The number that a paragraph is, alone; 0: it is none.
int NumberAlone(const Block& block) {
  if (block.kind != BlockKind::kText || !block.IsRead()) return 0;
  const auto heading = ParseHeading(block.text);
  const bool alone = heading && heading->kind == HeadingKind::kNumber && heading->title.empty();
  return alone ? heading->number : 0;
}

// Whether paragraphs count 1, 2, 3 and so on: then they are the chapters' numbers.
bool AreCounted(const std::vector<LeveledBlock>& blocks) {
  int last = 0;
  for (const auto& [block, level] : blocks) {
    const int number = NumberAlone(block);
    if (number == 0) continue;
    if (number != last + 1) return false;
    last = number;
  }
  return last > 1;
}

Rank RankOf(const LeveledBlock& draft, const Levels& levels) {
  if (levels.chapter == kNoLevel) return PlainRank(draft.block);
  if (draft.level == 0 || draft.level == levels.title) return Rank::kText;
  if (draft.level > levels.chapter) return Rank::kSection;
  const bool part =
      draft.level == levels.part && IsNumbered(HeadingOf(draft.block.text), HeadingKind::kPart);
  return part ? Rank::kPart : Rank::kChapter;
}

}  // namespace

Levels FindLevels(const std::vector<LeveledBlock>& blocks, bool one_of_many) {
  Levels levels;
  auto [level, count] = HighestLevel(blocks, 0);
  auto [below, count_below] = HighestLevel(blocks, level);
  if (count == 1 && count_below > 0 && IsTitle(blocks, level, below, one_of_many)) {
    levels.title = level;
    level = below;
    std::tie(below, count_below) = HighestLevel(blocks, level);
  }
  if (count_below > 0 && CountNumbered(blocks, level, HeadingKind::kPart) > 0) {
    levels.part = level;
    level = below;
  }
  levels.chapter = level;
  return levels;
}

std::vector<Draft> RankBlocks(std::vector<LeveledBlock> blocks, const Levels& levels) {
  const bool plain = levels.chapter == kNoLevel;
  const bool words = std::any_of(blocks.begin(), blocks.end(), [&](const LeveledBlock& block) {
    return RankOf(block, levels) != Rank::kText;
  });
  const bool counted = plain && !words && AreCounted(blocks);
  std::vector<Draft> drafts;
  drafts.reserve(blocks.size());
  for (LeveledBlock& block : blocks) {
    Draft draft{{}, RankOf(block, levels), {}};
    if (counted && NumberAlone(block.block) > 0) draft.rank = Rank::kChapter;
    if (draft.rank != Rank::kText) draft.heading = HeadingOf(block.block.text);
    draft.block = std::move(block.block);
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

}  // namespace fullcast
