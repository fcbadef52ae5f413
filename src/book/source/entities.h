// Character references of HTML and Markdown.
#pragma once

#include <string>
#include <string_view>

namespace fullcast {

/// What "&amp;", "&#8217;" or "&#x2019;" stands for, in UTF-8; the reference itself if HTML has
/// none of this name.
std::string ResolveEntity(std::string_view entity);

}  // namespace fullcast
