// Where the lines of a table of contents lead, and which of them are parts, chapters, sections.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "book/headings/heading.h"
#include "book/markup/markup_blocks.h"
#include "core/book.h"

namespace fullcast {

/// A line of a table of contents.
struct ContentsEntry {
  std::string title;
  int level = 1;
  std::string file;    ///< name of the source; empty: the entry leads nowhere, it only has others
  std::string anchor;  ///< in the file; empty: its beginning
};

/// An entry and where it leads.
struct ContentsMark {
  std::size_t place = 0;  ///< index of the draft
  std::string title;
  Heading heading;  ///< the title as a heading
  int level = 1;
  std::size_t parent = kNone;  ///< index of the mark around it
  std::size_t text = 0;        ///< bytes read up to the next mark, without headings
  std::size_t own_read = 0;    ///< ... headings included
  bool is_part = false;        ///< its title only shows in its chapters'
  bool is_section = false;     ///< it stays inside the chapter around it

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  [[nodiscard]] bool IsChapter() const { return !is_part && !is_section; }
};

/// The marks of a book in its order; entries that lead nowhere, or to places out of that order, are
/// left out. Parts have chapters and hardly a text of their own; sections are short.
std::vector<ContentsMark> FindMarks(const std::vector<ContentsEntry>& contents,
                                    const std::vector<MarkupDraft>& drafts,
                                    const std::vector<Source>& sources);

/// Whether chapter numbers begin anew in a later part.
bool CountsAnew(const std::vector<ContentsMark>& marks);

}  // namespace fullcast
