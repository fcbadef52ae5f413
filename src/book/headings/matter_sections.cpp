#include "book/headings/matter_sections.h"

#include <cstddef>
#include <string>

#include "book/footnotes.h"
#include "book/frame/skipped_titles.h"

namespace fullcast {

void SkipMatterSections(std::vector<LeveledBlock>& blocks) {
  constexpr std::size_t kLongest = 8'000;  // bytes read
  const auto bytes_read = [](const Block& block) { return block.IsRead() ? block.text.size() : 0; };
  std::size_t left = 0;  // bytes that are read of the book
  for (const LeveledBlock& one : blocks) left += bytes_read(one.block);
  for (std::size_t begin = 0; begin < blocks.size(); ++begin) {
    const int level = blocks[begin].level;
    if (level == 0 || !blocks[begin].block.IsRead()) continue;
    const std::string reason = SkipReasonOfTitle(blocks[begin].block.text);
    if (reason.empty()) continue;
    std::size_t read = 0;
    std::size_t end = begin;
    do {
      read += bytes_read(blocks[end++].block);
    } while (end < blocks.size() && (blocks[end].level == 0 || blocks[end].level > level));
    if (read > kLongest || read >= left) continue;
    left -= read;
    for (std::size_t i = begin; i < end; ++i) {
      Block& block = blocks[i].block;
      if (!block.IsRead()) continue;
      block.skip = reason;
      if (reason == kFootnoteReason && blocks[i].level == 0) block.kind = BlockKind::kFootnote;
      blocks[i].level = 0;
    }
    begin = end - 1;
  }
}

}  // namespace fullcast
