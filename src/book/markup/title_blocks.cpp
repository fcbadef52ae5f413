#include "book/markup/title_blocks.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "book/headings/title_letters.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostBlocks = 5;
constexpr std::size_t kLongestTitle = 80;  // bytes

// Whether the rest of the title stands in the drafts [begin, end).
bool Follows(const std::vector<MarkupDraft>& drafts, std::size_t begin, std::size_t end,
             std::string_view rest) {
  std::string letters;
  for (std::size_t d = begin; d < end && letters.size() < rest.size(); ++d) {
    if (drafts[d].block.IsRead()) letters += TitleLetters(drafts[d].block.text);
  }
  return letters.starts_with(rest);
}

// Whether a paragraph is the number that the chapter has in the contents, or one above its title.
bool IsNumberLine(const std::vector<MarkupDraft>& drafts, std::size_t d, std::size_t end,
                  const Heading& chapter) {
  const Block& block = drafts[d].block;
  if (block.kind != BlockKind::kText || block.text.size() > kLongestTitle) return false;
  const auto heading = ParseHeading(block.text);
  if (!heading || heading->number == 0 || !heading->title.empty()) return false;
  if (chapter.number > 0) return heading->number == chapter.number;
  return !chapter.title.empty() && Follows(drafts, d + 1, end, TitleLetters(chapter.title));
}

bool IsTitleLine(const MarkupDraft& draft) {
  const Block& block = draft.block;
  return block.kind == BlockKind::kText && !draft.front && block.text.size() <= kLongestTitle &&
         !block.text.ends_with('.') && IsSetAsTitle(block.text);
}

}  // namespace

std::vector<std::size_t> FindTitleBlocks(const ContentsMark& mark,
                                         std::vector<MarkupDraft>& drafts) {
  std::vector<std::size_t> found;
  std::string title = TitleLetters(mark.title);
  Heading heading;
  const std::size_t end = std::min(drafts.size(), mark.place + kMostBlocks);
  for (std::size_t d = mark.place; d < end; ++d) {
    MarkupDraft& draft = drafts[d];
    if (!draft.block.IsRead()) continue;
    const std::string letters = TitleLetters(draft.block.text);
    const bool sentence = heading.number > 0 && draft.block.text.ends_with('.');
    const bool begins = !letters.empty() && title.starts_with(letters) && !sentence;
    if (begins) title.erase(0, letters.size());
    const bool number =
        !begins && found.empty() && draft.level == 0 && IsNumberLine(drafts, d, end, mark.heading);
    if (number) title = TitleLetters(mark.heading.title);
    const bool below = heading.number > 0 && heading.title.empty() && IsTitleLine(draft);
    if (draft.level == 0 && !begins && !below && !number) break;
    if (draft.level == 0) {
      if (begins && !title.empty() && !Follows(drafts, d + 1, end, title)) break;
      draft.level = 1;
      draft.heading = HeadingOf(draft.block.text);
    }
    if (heading.number > 0 && draft.heading.number > 0) break;
    found.push_back(d);
    heading = draft.heading;
    if (heading.number == 0) break;
  }
  return found;
}

}  // namespace fullcast
