// Markup that is XML.
#pragma once

#include <string>
#include <string_view>

#include "book/markup/markup.h"

namespace fullcast {

/// Parses UTF-8. Entities of HTML are known without a declaration. Throws Error, with file and
/// line, where the text is no well-formed XML.
Markup ParseXmlMarkup(std::string_view text, const std::string& name);

}  // namespace fullcast
