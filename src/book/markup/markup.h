// A document of markup (XHTML, HTML, FB2, DOCX) as a row of tags and texts that know where they
// stand.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "book/source/source_text.h"
#include "core/book.h"

namespace fullcast {

struct MarkupNode {
  enum class Kind { kBegin, kEnd, kText };
  Kind kind = Kind::kText;
  Span span;          ///< in SourceText::text; of a tag that is only implied, empty
  std::string value;  ///< of a tag: its name in lower case without prefix; of a text: what it reads
  std::vector<std::pair<std::string, std::string>> attributes = {};  ///< names in lower case
  std::size_t match = 0;  ///< of a beginning: the index of its end, and the other way round

  /// The attribute's value, "" where it is absent. "epub:type" has its prefix, and so have
  /// "xml:lang" and "ssml:ph".
  [[nodiscard]] std::string_view Attribute(std::string_view name) const;
};

/// Every beginning has its end; nested at most 500 deep.
using Markup = std::vector<MarkupNode>;

enum class MarkupKind {
  kXml,    ///< XML; what fails as such is an Error
  kXhtml,  ///< XML; what fails as such is read as HTML
  kHtml,
};

/// Reads a decoded document. `name` is for messages. Throws Error, with file and line.
Markup ParseMarkup(const SourceText& source, const std::string& name, MarkupKind kind);

/// All text inside the element that begins at `begin`, white space collapsed.
std::string TextInside(const Markup& markup, std::size_t begin);

/// Where each element with an id or a name begins, in SourceText::text.
std::map<std::string, std::size_t> AnchorPlaces(const Markup& markup);

/// Whether a list of words separated by white space ("epub:type", "class") holds this one.
bool HasWord(std::string_view words, std::string_view word);

/// The first beginning of an element of this name in nodes [from, to), or `to`.
std::size_t FindElement(const Markup& markup, std::string_view name, std::size_t from,
                        std::size_t to);

}  // namespace fullcast
