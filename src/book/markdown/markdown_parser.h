// Markdown (CommonMark, by MD4C) as blocks of pieces that know where they stand.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/book.h"

namespace fullcast {

enum class MarkdownPieceKind {
  kText,
  kEntity,         ///< "&amp;"
  kRaised,         ///< text inside <sup>
  kCell,           ///< a cell of a table ends and another one follows; has no span
  kSoftBreak,      ///< the line goes on below; has no span
  kEmphasisBegin,  ///< has no span
  kEmphasisEnd,    ///< has no span
};

struct MarkdownPiece {
  MarkdownPieceKind kind = MarkdownPieceKind::kText;
  Span span;  ///< in the parsed text
};

/// A paragraph, a heading, a list item, a row of a table, or a line of verse: a paragraph with hard
/// line breaks gives one block a line. Code, HTML, images and rules give none.
struct MarkdownBlock {
  BlockKind kind = BlockKind::kText;
  int level = 0;  ///< of a heading, 1 to 6
  std::vector<MarkdownPiece> pieces;

  [[nodiscard]] std::size_t Begin() const;  ///< of the first piece that has a span
  [[nodiscard]] std::size_t End() const;    ///< of the last one
};

/// The blocks that hold text, in order, from byte `begin` on. Lines indented by four columns are
/// text, not code.
std::vector<MarkdownBlock> ParseMarkdown(std::string_view text, std::size_t begin);

}  // namespace fullcast
