#include "book/markup/running_lines.h"

#include <cstddef>

#include "book/frame/skipped_titles.h"
#include "book/headings/title_letters.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

void SkipTitles(std::vector<MarkupDraft>& drafts, const std::string& book_title) {
  constexpr std::size_t kFewest = 3;
  const std::string title = TitleLetters(book_title);
  std::vector<MarkupDraft*> found;
  for (MarkupDraft& draft : drafts) {
    const bool heading = draft.level > 0 && draft.block.IsRead();
    if (heading && TitleLetters(draft.block.text) == title) found.push_back(&draft);
  }
  if (title.empty() || found.size() < kFewest) return;
  for (MarkupDraft* draft : found) {
    draft->block.skip = "title page";
    draft->level = 0;
  }
}

bool LeadsBack(const Block& block) {
  const std::string lower = Lowercase(block.text);
  return SkipReasonOfTitle(lower) == "contents" || lower.starts_with("back to ") ||
         lower.starts_with("return to ");
}

void SkipLinks(std::vector<MarkupDraft>& drafts) {
  constexpr std::size_t kFewest = 3;
  for (std::size_t begin = 0; begin < drafts.size();) {
    std::size_t end = begin;
    std::size_t links = 0;
    while (end < drafts.size() && (!drafts[end].block.IsRead() || drafts[end].link)) {
      if (drafts[end].block.IsRead()) ++links;
      ++end;
    }
    for (; begin < end; ++begin) {
      MarkupDraft& draft = drafts[begin];
      const bool alone = draft.level == 0 && LeadsBack(draft.block);
      if (!draft.block.IsRead() || (links < kFewest && !alone)) continue;
      draft.block.skip = links < kFewest ? "navigation" : "contents";
      draft.level = 0;
    }
    begin = end + 1;
  }
}

}  // namespace

void SkipRunningLines(std::vector<MarkupDraft>& drafts, const std::string& book_title) {
  SkipTitles(drafts, book_title);
  SkipLinks(drafts);
}

}  // namespace fullcast
