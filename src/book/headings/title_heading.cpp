#include "book/headings/title_heading.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "book/frame/title_page_lines.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

std::size_t TitlePlace(const std::vector<LeveledBlock>& blocks, int level) {
  if (level == 0) return blocks.size();
  const auto title = std::find_if(blocks.begin(), blocks.end(),
                                  [level](const auto& block) { return block.level == level; });
  return static_cast<std::size_t>(title - blocks.begin());
}

// What follows "by ", or nothing.
std::string_view AfterBy(std::string_view line) {
  return Lowercase(line.substr(0, 3)) == "by " ? Trim(line.substr(3)) : std::string_view();
}

}  // namespace

std::string AuthorBelowTitle(const std::vector<LeveledBlock>& blocks, int level) {
  const std::size_t title = TitlePlace(blocks, level);
  std::vector<std::string_view> lines;
  std::size_t i = std::min(title + 1, blocks.size());
  for (; i < blocks.size() && blocks[i].level == 0 && lines.size() < 2; ++i) {
    if (blocks[i].block.IsRead()) lines.push_back(blocks[i].block.text);
  }
  if (lines.empty()) return {};
  if (const auto author = AfterBy(lines.front()); IsTitleLike(author)) return std::string(author);
  return lines.size() == 1 && i < blocks.size() && IsName(lines.front())
             ? std::string(lines.front())
             : "";
}

void SkipTitleHeading(std::vector<LeveledBlock>& blocks, int level, const std::string& author) {
  const std::size_t title = TitlePlace(blocks, level);
  for (std::size_t i = title; i < blocks.size(); ++i) {
    Block& block = blocks[i].block;
    if (!block.IsRead()) continue;
    if (i > title && blocks[i].level > 0) return;
    const std::string lower = Lowercase(block.text);
    const bool belongs = i == title || lower == Lowercase(author) || !AfterBy(block.text).empty() ||
                         IsTitlePageLine(lower) || IsImprint(lower);
    if (!belongs) return;
    block.skip = "title page";
  }
}

}  // namespace fullcast
