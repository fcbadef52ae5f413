#include "book/markup/draft_list.h"

#include "book/headings/illustration.h"
#include "book/headings/scene_break.h"
#include "book/markup/joined_headings.h"
#include "book/source/block_builder.h"
#include "book/source/size_limits.h"
#include "core/utf8.h"

namespace fullcast {

void DraftList::Add(const FinishedParagraph& one) {
  MarkupDraft like;
  like.level = one.level;
  like.front = one.front;
  like.bold = one.bold;
  like.link = one.link;
  if (one.level > 0) like.heading = HeadingOf(HeadingLines(one.paragraph.Lines()));
  for (Block& block : one.paragraph.MakeBlocks(source_, SkipSpace(done_), one.end)) {
    if (block.skip.empty() && one.level == 0 && IsSceneBreak(block.text)) {
      block.kind = BlockKind::kSceneBreak;
      block.skip = kSceneBreakReason;
    } else if (block.skip.empty() && IsIllustration(block.text)) {
      block.skip = kIllustrationReason;
    }
    Emit(std::move(block), like, one.end);
  }
  done_ = one.end;
}

void DraftList::AddSceneBreak(Span span) {
  const bool again = !drafts_.empty() && drafts_.back().block.kind == BlockKind::kSceneBreak;
  if (span.begin >= span.end || span.begin < done_ || again) return;
  BlockBuilder builder(source_, BlockKind::kSceneBreak);
  builder.AppendInstead("* * *", span);
  Block block = builder.Finish({SkipSpace(done_), span.end});
  block.skip = kSceneBreakReason;
  Emit(std::move(block), {}, span.end);
  done_ = span.end;
}

// Anchors before `end` belong to the block.
void DraftList::Emit(Block block, MarkupDraft draft, std::size_t end) {
  for (; next_id_ < ids_.size() && ids_[next_id_].first < end; ++next_id_) {
    draft.ids.push_back(std::move(ids_[next_id_].second));
  }
  draft.block = std::move(block);
  drafts_.push_back(std::move(draft));
  CheckCount(drafts_.size(), kMostParagraphs, "paragraphs", source_, end);
}

std::size_t DraftList::SkipSpace(std::size_t position) const {
  while (position < source_.text.size()) {
    std::size_t next = position;
    if (!IsSpace(NextCodePoint(source_.text, next))) break;
    position = next;
  }
  return position;
}

std::vector<MarkupDraft> DraftList::Finish() {
  const std::string_view rest = Trim(std::string_view(source_.text).substr(SkipSpace(done_)));
  if (rest.empty()) return std::move(drafts_);
  const auto begin = static_cast<std::size_t>(rest.data() - source_.text.data());
  const std::size_t end = begin + rest.size();
  if (!drafts_.empty()) {
    drafts_.back().block.source.end = source_.SourceOffset(end);
  } else {
    BlockBuilder builder(source_, BlockKind::kSkipped);
    builder.AppendInstead("(no text)", {begin, end});
    Block block = builder.Finish({begin, end});
    block.skip = kNoTextReason;
    Emit(std::move(block), {}, end);
  }
  for (; next_id_ < ids_.size(); ++next_id_) {
    drafts_.back().ids.push_back(std::move(ids_[next_id_].second));
  }
  return std::move(drafts_);
}

}  // namespace fullcast
