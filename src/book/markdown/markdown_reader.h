// Markdown: headings by level.
#pragma once

#include "book/formats.h"

namespace fullcast {

/// Chapters are the headings of the highest level. Where that is a single heading above others, it
/// is the book's title, and chapters are the next level; in a file of many (one chapter) it is the
/// chapter's. "# Part One" above deeper headings is a part. A file without headings may have its
/// chapters in plain words ("Chapter 1"). A header of YAML, TOML or Pandoc gives title, author, ...
Book ReadMarkdown(BookFile file);

}  // namespace fullcast
