#include "publish/attribute_places.h"

namespace fullcast {

std::vector<AttributePlace> AttributePlaces(std::string_view document, Span tag) {
  std::vector<AttributePlace> places;
  std::size_t at = document.find_first_of(" \t\r\n/>", tag.begin);
  for (;;) {
    const std::size_t begin = at;
    const std::size_t name = document.find_first_not_of(" \t\r\n", at);
    if (name >= tag.end || document[name] == '/' || document[name] == '>') return places;
    const std::size_t quote = document.find_first_of("\"'", name);
    const std::size_t end = document.find(document[quote], quote + 1);
    places.push_back({{begin, end + 1}, {quote + 1, end}});
    at = end + 1;
  }
}

}  // namespace fullcast
