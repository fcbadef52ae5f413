#include "book/markdown/markdown_reader.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "book/headings/chapters.h"
#include "book/headings/heading_ranks.h"
#include "book/headings/matter_sections.h"
#include "book/headings/title_heading.h"
#include "book/markdown/front_matter.h"
#include "book/markdown/markdown_blocks.h"
#include "book/source/block_builder.h"
#include "book/source/language_guess.h"
#include "book/source/size_limits.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

void ReadTitle(const std::vector<LeveledBlock>& blocks, int level, BookInfo& info) {
  const auto title = std::find_if(blocks.begin(), blocks.end(),
                                  [level](const auto& draft) { return draft.level == level; });
  if (level == 0 || title == blocks.end()) return;
  if (info.title.empty()) info.title = title->block.text;
  if (info.author.empty()) info.author = AuthorBelowTitle(blocks, level);
}

// The parser makes pieces of what stands between marks.
void CheckMarks(const SourceText& source) {
  std::size_t marks = 0;
  std::size_t lines = 0;
  for (const char c : source.text) {
    lines += c == '\n' || c == '\r' ? 1U : 0U;
    marks += std::string_view("*_&<[|`>").find(c) != std::string_view::npos ? 1U : 0U;
  }
  CheckCount(lines, 2 * kMostLines, "ends of lines", source, source.text.size());
  CheckCount(marks, 2 * kMostTags, "marks", source, source.text.size());
}

}  // namespace

Book ReadMarkdown(BookFile file) {
  Book book;
  const SourceText source = Decode(file.bytes, file.name);
  book.warnings = DecodingWarnings(source, file.bytes, file.name);
  if (std::string language = GuessLanguage(source.text); !language.empty()) {
    book.info.language = std::move(language);
  }
  CheckMarks(source);
  const std::size_t header_end = ReadFrontMatter(source.text, book.info);

  std::vector<LeveledBlock> blocks;
  if (header_end > 0) blocks.push_back({SkippedBlock(source, {0, header_end}, "book data"), 0});
  const MarkdownNotes notes = FindMarkdownNotes(source.text, header_end);
  auto body = MakeMarkdownBlocks(source, header_end, ParseMarkdown(notes.text, header_end), notes);
  std::move(body.begin(), body.end(), std::back_inserter(blocks));
  SkipMatterSections(blocks);
  const Levels levels = FindLevels(blocks, file.one_of_many);
  ReadTitle(blocks, levels.title, book.info);
  if (book.info.title.empty()) book.info.title = file.title;
  SkipTitleHeading(blocks, levels.title, book.info.author);
  book.chapters = MakeChapters(RankBlocks(std::move(blocks), levels),
                               file.one_of_many ? file.title : book.info.title, book.info.language);
  book.sources.push_back({std::move(file.name), std::move(file.bytes)});
  return book;
}

}  // namespace fullcast
