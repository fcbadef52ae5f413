// Marks inside the paragraphs of a plain text that are not part of its words: _italics_, *bold*,
// =bold=, page numbers, references to footnotes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/book.h"

namespace fullcast {

enum class MarkKind { kEmphasisBegin, kEmphasisEnd, kNoteReference, kDropped };

struct InlineMark {
  Span span;  ///< left out of the text
  MarkKind kind = MarkKind::kDropped;
  std::string note;  ///< the footnote's name (kNoteReference)
};

/// The well-formed pairs of marks of emphasis in a range of the text, and its page marks, in order.
/// An opening mark stands before a word and behind no letter or digit, a closing one the other way
/// round; other underscores, stars and equals signs mean themselves.
std::vector<InlineMark> FindInlineMarks(std::string_view text, Span range);

/// Two sorted lists in one. Where marks overlap, the first to begin stays.
std::vector<InlineMark> MergeMarks(const std::vector<InlineMark>& a,
                                   const std::vector<InlineMark>& b);

}  // namespace fullcast
