// XML documents as a stream of events, through expat. No external entity or DTD is ever loaded, and
// expat itself refuses entities that multiply.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/book.h"

namespace fullcast {

/// Valid during the call it is given to.
struct XmlAttribute {
  std::string_view name;  ///< as it is written, prefix included: "xml:lang"
  std::string_view value;
};

/// Takes what a document holds, in its order. What these functions throw leaves ParseXml().
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;

  /// `name` is as it is written, prefix included; `place` are the bytes of the tag.
  virtual void Begin(std::string_view name, std::span<const XmlAttribute> attributes,
                     Span place) = 0;
  virtual void End(std::string_view name, Span place) = 0;

  /// A part of the text inside the innermost open element: more may follow. `place` are the bytes
  /// it stands for, "&lt;" for "<".
  virtual void Text(std::string_view text, Span place) = 0;

  /// A reference to an entity that the document does not declare, without its "&" and ";".
  virtual void Entity(std::string_view name, Span place) {
    static_cast<void>(name);
    static_cast<void>(place);
  }
};

enum class XmlEncoding { kAsDeclared, kUtf8 };

/// Throws Error with file, line and column where the document is not well-formed, is nested deeper
/// than 500 elements, or names a character that its encoding has not.
void ParseXml(std::string_view text, const std::string& file, XmlHandler& handler,
              XmlEncoding encoding = XmlEncoding::kAsDeclared);

/// The name without its prefix: "lexeme" of "pls:lexeme".
std::string_view XmlLocalName(std::string_view name);

}  // namespace fullcast
