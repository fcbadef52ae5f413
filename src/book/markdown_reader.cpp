#include "book/markdown_reader.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>
#include <utility>

#include "book/block_builder.h"
#include "book/chapters.h"
#include "book/markdown_blocks.h"
#include "book/yaml_header.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr int kNoLevel = 7;

// What the levels of headings mean; 0: there is none of that kind.
struct Levels {
  int title = 0;
  int part = 0;
  int chapter = kNoLevel;
};

bool IsNumbered(const Heading& heading, HeadingKind kind) {
  return heading.kind == kind && heading.number > 0;
}

// The highest level below `above`, and how many headings it has.
std::pair<int, std::size_t> HighestLevel(const std::vector<MarkdownDraft>& blocks, int above) {
  std::pair<int, std::size_t> highest{kNoLevel, 0};
  for (const auto& [block, level] : blocks) {
    if (level <= above) continue;
    if (level < highest.first) highest = {level, 0};
    if (level == highest.first) ++highest.second;
  }
  return highest;
}

// Headings of a level that have a word and a number.
std::size_t CountNumbered(const std::vector<MarkdownDraft>& blocks, int level, HeadingKind kind) {
  return static_cast<std::size_t>(
      std::count_if(blocks.begin(), blocks.end(), [&](const MarkdownDraft& draft) {
        return draft.level == level && IsNumbered(HeadingOf(draft.block.text), kind);
      }));
}

// Whether a single heading above others is the book's title and not its only chapter.
bool IsTitle(const std::vector<MarkdownDraft>& blocks, int level, int below, bool one_of_many) {
  if (one_of_many) return CountNumbered(blocks, below, HeadingKind::kChapter) > 1;
  const auto heading = std::find_if(blocks.begin(), blocks.end(),
                                    [level](const auto& draft) { return draft.level == level; });
  return HeadingOf(heading->block.text).kind == HeadingKind::kUntitled;
}

Levels FindLevels(const std::vector<MarkdownDraft>& blocks, bool one_of_many) {
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

Rank RankOf(const MarkdownDraft& draft, const Levels& levels) {
  if (levels.chapter == kNoLevel) return PlainRank(draft.block);
  if (draft.level == 0 || draft.level == levels.title) return Rank::kText;
  if (draft.level > levels.chapter) return Rank::kSection;
  const bool part =
      draft.level == levels.part && IsNumbered(HeadingOf(draft.block.text), HeadingKind::kPart);
  return part ? Rank::kPart : Rank::kChapter;
}

std::vector<Draft> RankBlocks(std::vector<MarkdownDraft> blocks, const Levels& levels) {
  std::vector<Draft> drafts;
  drafts.reserve(blocks.size());
  for (MarkdownDraft& block : blocks) {
    Draft draft{{}, RankOf(block, levels), {}};
    if (draft.rank != Rank::kText) draft.heading = HeadingOf(block.block.text);
    draft.block = std::move(block.block);
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

// The title's heading, and "by ..." below it.
void ReadTitle(const std::vector<MarkdownDraft>& blocks, int level, BookInfo& info) {
  const auto title = std::find_if(blocks.begin(), blocks.end(),
                                  [level](const auto& draft) { return draft.level == level; });
  if (level == 0 || title == blocks.end()) return;
  if (info.title.empty()) info.title = title->block.text;
  const auto below = std::next(title);
  if (below == blocks.end() || below->level > 0 || !info.author.empty()) return;
  const std::string_view line = below->block.text;
  if (Lowercase(line.substr(0, 3)) == "by " && IsTitleLike(line.substr(3))) {
    info.author = line.substr(3);
  }
}

}  // namespace

Book ReadMarkdown(BookFile file) {
  Book book;
  const SourceText source = Decode(file.bytes, file.name);
  book.warnings = DecodingWarnings(source, file.bytes, file.name);
  const YamlHeader header = ReadYamlHeader(source.text);
  book.info.title = header.title;
  book.info.author = header.author;

  std::vector<MarkdownDraft> blocks;
  if (header.size > 0) blocks.push_back({SkippedBlock(source, {0, header.size}, "book data"), 0});
  const MarkdownNotes notes = FindMarkdownNotes(source.text, header.size);
  auto body =
      MakeMarkdownBlocks(source, header.size, ParseMarkdown(notes.text, header.size), notes);
  std::move(body.begin(), body.end(), std::back_inserter(blocks));
  const Levels levels = FindLevels(blocks, file.one_of_many);
  ReadTitle(blocks, levels.title, book.info);
  if (book.info.title.empty()) book.info.title = file.title;
  book.chapters = MakeChapters(RankBlocks(std::move(blocks), levels),
                               file.one_of_many ? file.title : book.info.title);
  book.sources.push_back({std::move(file.name), std::move(file.bytes)});
  return book;
}

}  // namespace fullcast
