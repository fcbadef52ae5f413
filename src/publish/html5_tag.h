// A tag of older HTML as HTML has it today.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/xml.h"
#include "publish/text_edits.h"

namespace fullcast {

struct OldTag {
  std::string_view name;  ///< as it is written, prefix included
  std::span<const XmlAttribute> attributes;
  Span place;
  bool ahead_of_rows = false;  ///< a tfoot where HTML 4 has it: HTML has it behind them
};

/// What a tag means for those in it.
struct TagContext {
  std::string element;     ///< the name that it has now, without its prefix
  std::string cell_style;  ///< of a table: CSS for its cells
};

struct Html5Tag {
  std::vector<TextEdit> edits;  ///< of its bytes, ascending and apart
  TagContext inside;
};

/// The tag, of a document that is well-formed XML, with what HTML has in place of obsolete elements
/// and attributes (see html5_markup.h): most become CSS, which the tag's own wins over. Where two
/// attributes name two languages, xml:lang is right.
Html5Tag ToHtml5Tag(std::string_view document, const OldTag& tag, const TagContext& around);

/// The value of an attribute; "" if it is not there.
std::string_view AttributeOf(const OldTag& tag, std::string_view name);

}  // namespace fullcast
