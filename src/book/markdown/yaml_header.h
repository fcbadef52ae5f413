// The header that many tools put on top of a Markdown file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fullcast {

struct YamlHeader {
  std::size_t size = 0;  ///< bytes it takes up, its closing line included; 0: there is none
  std::string title;
  std::string author;
};

/// Reads lines of "key: value" between "---" and "---" (or "...") at the very beginning. Only the
/// plain form of YAML is understood; other lines are passed over.
YamlHeader ReadYamlHeader(std::string_view text);

}  // namespace fullcast
