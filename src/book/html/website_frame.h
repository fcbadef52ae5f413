// What a website puts around a text: headers, sidebars, footers, links to the next page.
#pragma once

#include <vector>

#include "book/markup/markup.h"
#include "book/markup/markup_blocks.h"
#include "book/source/source_text.h"

namespace fullcast {

/// Marks as not read what stands outside of a page's only <main>, or its only <article>, if that
/// holds most of the text, and paragraphs of nothing but links to other pages ("Next Chapter").
void SkipWebsiteFrame(const SourceText& source, const Markup& markup,
                      std::vector<MarkupDraft>& drafts);

}  // namespace fullcast
