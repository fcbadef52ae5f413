// Markup that is HTML, of any quality.
#pragma once

#include <string>
#include <string_view>

#include "book/markup/markup.h"

namespace fullcast {

/// Parses UTF-8 as browsers do (WHATWG HTML, through gumbo). Throws Error where tags are nested
/// too deeply.
Markup ParseHtmlMarkup(std::string_view text, const std::string& name);

}  // namespace fullcast
