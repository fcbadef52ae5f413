#include "book/markup/bold_headings.h"

#include <cstddef>

namespace fullcast {

namespace {

constexpr std::size_t kLongestTitle = 80;  // bytes
constexpr std::size_t kChapterText = 500;  // bytes of a chapter, on average; less is a list

bool IsBoldTitle(const MarkupDraft& draft) {
  const Block& block = draft.block;
  return draft.bold && !draft.front && block.IsRead() && block.kind == BlockKind::kText &&
         block.text.size() <= kLongestTitle && !block.text.ends_with('.') &&
         (IsTitleLike(block.text) || ParseHeading(block.text));
}

}  // namespace

void PromoteBoldTitles(std::vector<MarkupDraft>& drafts) {
  std::vector<std::size_t> titles;
  std::size_t text = 0;
  MarkupDraft* title = nullptr;  // the book's, above them all
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].block.IsRead() && drafts[i].level > 0) {
      if (title != nullptr || !titles.empty()) return;
      title = &drafts[i];
    } else if (IsBoldTitle(drafts[i])) {
      titles.push_back(i);
    } else if (!titles.empty() && drafts[i].block.IsRead()) {
      text += drafts[i].block.text.size();
    }
  }
  if (titles.size() < 2 || text / titles.size() < kChapterText) return;
  std::size_t numbered = 0;
  bool parts = false;
  for (const std::size_t i : titles) {
    MarkupDraft& draft = drafts[i];
    draft.heading = HeadingOf(draft.block.text);
    const bool below = i > 0 && drafts[i - 1].level > 0 && drafts[i - 1].heading.number > 0 &&
                       drafts[i - 1].heading.title.empty() && draft.heading.number == 0;
    const bool part = draft.heading.kind == HeadingKind::kPart && draft.heading.number > 0;
    draft.level = below ? 3 : part ? 1 : 2;
    parts = parts || part;
    if (draft.heading.number > 0) ++numbered;
  }
  if (title != nullptr) {
    title->level = 1;
    return;
  }
  MarkupDraft& first = drafts[titles.front()];
  if (numbered >= 2 && !parts && first.heading.kind == HeadingKind::kUntitled) first.level = 1;
}

}  // namespace fullcast
