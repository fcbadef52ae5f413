// Text for HTML, SVG and XML.
#pragma once

#include <string>
#include <string_view>

namespace fullcast {

/// The text as content of an element or of an attribute in double quotes; bytes that are no valid
/// UTF-8 and characters that HTML and XML forbid become U+FFFD.
std::string EscapeHtml(std::string_view text);

/// A label, or of a longer one so many code points, the last of them "…".
std::string Shorten(std::string_view label, std::size_t most_code_points);

/// Base64 (RFC 4648), for data: addresses.
std::string Base64(std::string_view bytes);

}  // namespace fullcast
