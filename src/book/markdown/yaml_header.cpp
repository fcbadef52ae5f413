#include "book/markdown/yaml_header.h"

#include <algorithm>

#include "core/utf8.h"

namespace fullcast {

namespace {

std::string_view Unquoted(std::string_view value) {
  const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                      (value.front() == '"' || value.front() == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

}  // namespace

YamlHeader ReadYamlHeader(std::string_view text) {
  constexpr int kMostLines = 100;
  YamlHeader header;
  std::size_t begin = 0;
  for (int number = 0; number < kMostLines && begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    const std::string_view line = Trim(text.substr(begin, end - begin));
    begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    if (number == 0) {
      if (line != "---") return {};
      continue;
    }
    if (line == "---" || line == "...") {
      header.size = end;
      return header;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) {
      if (line.empty()) return {};  // a rule above a text
      continue;
    }
    const std::string key = Lowercase(line.substr(0, colon));
    const std::string_view value = Unquoted(Trim(line.substr(colon + 1)));
    if (key == "title") header.title = value;
    if (key == "author") header.author = value;
  }
  return {};
}

}  // namespace fullcast
