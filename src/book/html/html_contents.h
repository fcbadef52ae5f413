// The list of contents inside an HTML file: links to its own anchors.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "book/markup/contents_marks.h"
#include "book/markup/markup.h"
#include "book/markup/markup_blocks.h"
#include "book/source/source_text.h"

namespace fullcast {

struct HtmlContents {
  std::vector<ContentsEntry> entries;
  Span place;  ///< of the list, in the bytes of the file
};

/// The longest row of links, with little between them, that lead further and further down in the
/// file `name`. Nothing if there are fewer than three.
HtmlContents FindContents(const SourceText& source, const Markup& markup, const std::string& name);

/// Marks the list and the heading above it as not read.
void SkipContents(const HtmlContents& contents, std::vector<MarkupDraft>& drafts);

}  // namespace fullcast
