// Markup as blocks of a book, with everything between them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "book/headings/heading.h"
#include "book/markup/markup.h"
#include "book/source/source_text.h"
#include "core/book.h"

namespace fullcast {

/// A block, and what else the document says of it.
struct MarkupDraft {
  Block block;
  int level = 0;                 ///< of a heading, 1 to 6
  Heading heading;               ///< if `level` is above 0: its lines, read as a heading
  std::vector<std::string> ids;  ///< anchors in it, and between the block before it and it
  bool front = false;            ///< in a dedication or an epigraph
  bool bold = false;             ///< all of its text is
  bool link = false;             ///< all of its text is a link to a place in the book
};

/// Block::notes name their notes as the document's links do ("notes.xhtml#n1"), see LinkNotes().
/// Blocks that hold every character of the document: tags between two blocks belong to the one
/// behind them, closing tags to the block they close. `language` is the book's: only what is in
/// another one is marked. A document without any text gives one skipped block, or none where it is
/// all white space.
std::vector<MarkupDraft> MakeMarkupBlocks(const SourceText& source, const Markup& markup,
                                          const std::string& language);

/// Whether a book of these blocks has anything to read.
bool AnyIsRead(const std::vector<MarkupDraft>& drafts);

}  // namespace fullcast
