// The document type declaration of somebody's XML.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/book.h"

namespace fullcast {

/// The declaration ahead of the first element, where comments may stand, too. All tags up to there
/// are well-formed.
std::optional<Span> FindDoctype(std::string_view document, std::size_t first_element);

/// Whether it declares entities of its own, or anything else.
bool DeclaresEntities(std::string_view document, Span doctype);

/// The document without its doctype. One that declares entities stays as it is, and so does what
/// has none.
std::string WithoutDoctype(const std::string& document);

}  // namespace fullcast
