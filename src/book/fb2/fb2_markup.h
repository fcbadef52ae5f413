// FictionBook's elements as those of HTML that mean the same, which the blocks are made from.
#pragma once

#include <string>
#include <vector>

#include "book/markup/contents_marks.h"
#include "book/markup/markup.h"

namespace fullcast {

struct Fb2Document {
  Markup html;                          ///< stands where the FB2 stands
  std::vector<ContentsEntry> contents;  ///< every section with a title
};

/// `file` is the name of the source, for the contents. Titles are headings of their section's
/// depth, sections of the notes' body are footnotes; sections without a title and empty lines
/// between paragraphs are scene breaks.
Fb2Document TranslateFb2(const Markup& fb2, const std::string& file);

}  // namespace fullcast
