// Books for tests, made of paragraphs.
#pragma once

#include <string>
#include <vector>

#include "core/book.h"

namespace fullcast {

/// One chapter whose source is the paragraphs, an empty line between them. "***" is a scene break,
/// "# ..." a heading, "> ..." a set-off block, "/ ..." a line of verse; the sign is no part of the
/// block.
inline Book BookOf(const std::vector<std::string>& paragraphs, const std::string& language = "en") {
  Book book;
  book.info.language = language;
  Chapter chapter{"One", {}};
  std::string bytes;
  for (std::string text : paragraphs) {
    Block block;
    if (text == "***") {
      block.kind = BlockKind::kSceneBreak;
      block.skip = "scene break";
    } else if (text.starts_with("# ")) {
      block.kind = BlockKind::kHeading;
    } else if (text.starts_with("> ")) {
      block.kind = BlockKind::kQuote;
    } else if (text.starts_with("/ ")) {
      block.kind = BlockKind::kVerse;
    }
    if (block.kind != BlockKind::kText && block.kind != BlockKind::kSceneBreak) text.erase(0, 2);
    block.text = text;
    block.source = {bytes.size(), bytes.size() + text.size()};
    block.map = {{0, bytes.size()}};
    bytes += text + "\n\n";
    chapter.blocks.push_back(block);
  }
  book.chapters.push_back(chapter);
  book.sources.push_back({"a.txt", bytes});
  return book;
}

}  // namespace fullcast
