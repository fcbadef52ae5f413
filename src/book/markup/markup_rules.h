// What the elements of a document mean to a reader aloud: tags of HTML, epub:type, DPUB-ARIA roles
// and the class names that publishers and converters use.
#pragma once

#include <string>
#include <string_view>

#include "book/markup/markup.h"
#include "core/book.h"

namespace fullcast {

/// What holds inside an element; its children begin with what it has.
struct MarkupStyle {
  BlockKind kind = BlockKind::kText;
  std::string skip;           ///< why its blocks are not read; empty: they are
  std::string language;       ///< BCP 47; empty: the book's
  bool silent = false;        ///< it gives no block: scripts, page numbers, references to notes
  bool verse = false;         ///< a line of its text is a line of verse
  bool preformatted = false;  ///< the ends of its lines count
  bool front = false;         ///< in a dedication or an epigraph
  bool bold = false;
  bool link = false;    ///< to a place in the book
  bool raised = false;  ///< right inside of <sup>
};

/// The style inside the element that begins at `begin`, inside one of style `outer`.
MarkupStyle StyleInside(const Markup& markup, std::size_t begin, MarkupStyle outer);

/// Where an element that refers to a note, or holds such a link, leads: "#n1", "notes.xhtml#n1";
/// "": it does not.
std::string_view NoteTarget(const Markup& markup, std::size_t begin);

/// Whether a tag begins a block of its own, as <p> does and <em> does not.
bool IsBlockTag(std::string_view name);

/// The level of a heading's tag, or 0.
int HeadingLevel(std::string_view name);

/// Whether its text is emphasised; foreign words and titles, which are only set in italics, are
/// not.
bool IsEmphasis(const MarkupNode& node);

/// Whether a section of this kind is not read: words of epub:type, a DPUB-ARIA role, or the type of
/// a guide's reference. The reason, or "".
std::string SkipReasonOfType(std::string_view types);

}  // namespace fullcast
