// Text inside of markup.
#pragma once

#include <string>
#include <string_view>

namespace fullcast {

/// The text with & < > " as entities, and without characters that XML 1.0 does not allow.
std::string EscapeXml(std::string_view text);

/// The text on one line, white space as single spaces.
std::string OneLine(std::string_view text);

}  // namespace fullcast
