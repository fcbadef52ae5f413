// Character references of HTML and Markdown.
#pragma once

#include <string>
#include <string_view>

namespace fullcast {

/// What "&amp;", "&#8217;" or "&#x2019;" stands for, in UTF-8; the reference itself if it is none
/// of the common ones.
std::string ResolveEntity(std::string_view entity);

}  // namespace fullcast
