// Markdown's blocks as blocks of a book, with everything between them.
#pragma once

#include <cstddef>
#include <vector>

#include "book/headings/heading_ranks.h"
#include "book/markdown/markdown_notes.h"
#include "book/markdown/markdown_parser.h"
#include "book/source/source_text.h"

namespace fullcast {

/// Blocks that hold every character of the text from byte `begin` on: a line's marks belong to the
/// block on that line; rules are scene breaks; what else lies between is skipped. The parsed
/// blocks' spans count in source.text. Blocks inside notes are footnotes.
std::vector<LeveledBlock> MakeMarkdownBlocks(const SourceText& source, std::size_t begin,
                                             const std::vector<MarkdownBlock>& parsed,
                                             const MarkdownNotes& notes);

}  // namespace fullcast
