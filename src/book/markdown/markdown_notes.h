// Footnotes of Markdown, which CommonMark does not know: "[^1]" and "[^1]: A note."
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/book.h"

namespace fullcast {

struct MarkdownNote {
  Span span;  ///< from its label on, paragraphs indented below it included
  std::string label;
};

struct MarkdownNotes {
  std::vector<MarkdownNote> notes;  ///< in order
  std::set<std::string> labels;
  std::string text;  ///< the Markdown with a blank line in place of each note's label, as long

  /// The note that this byte of the text belongs to, or nullptr.
  [[nodiscard]] const MarkdownNote* At(std::size_t offset) const;

  /// The length of a reference to one of the notes at the beginning of a text, or 0.
  [[nodiscard]] std::size_t ReferenceLength(std::string_view text) const;
};

/// Finds the notes from byte `begin` on. Labels inside fences of code are none.
MarkdownNotes FindMarkdownNotes(std::string_view text, std::size_t begin);

}  // namespace fullcast
