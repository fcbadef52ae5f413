// Where footnotes are read, in books of every format.
#pragma once

#include <string_view>

#include "core/book.h"
#include "core/reading_choice.h"

namespace fullcast {

/// Block::skip of footnotes, and of what stands around them in a chapter of notes, as readers
/// deliver them.
inline constexpr const char* kFootnoteReason = "footnote";

/// A note's own words, without the number or sign it may begin with: "1 According to ...".
std::string_view WithoutLabel(std::string_view text);

/// Lets footnotes be read: kInline behind the paragraph that refers to them, kEnd at the end of its
/// chapter. Notes in a chapter of their own, at the end of the book, stay there for kEnd; so do
/// notes that nothing refers to. A note is announced ("Footnote: ...") in the book's language.
/// Blocks that move leave the order of the source, see Book.
void PlaceFootnotes(Book& book, Footnotes footnotes);

}  // namespace fullcast
