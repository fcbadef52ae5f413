#include "book/source/size_limits.h"

#include <fmt/core.h>

#include <string>

namespace fullcast {

void CheckCount(std::size_t count, std::size_t most, std::string_view what,
                const SourceText& source, std::size_t offset) {
  if (count <= most) return;
  throw TooLarge(
      PlaceAt(source.name, source.text, offset),
      fmt::format("up to here there are more than {} {}; cut the book into several", most, what));
}

void CheckTextBytes(std::size_t bytes, const std::string& name) {
  if (bytes <= kMostTextBytes) return;
  throw TooLarge(Place{name}, fmt::format("this is more than {} MB of text; cut the book into "
                                          "several",
                                          kMostTextBytes >> 20));
}

}  // namespace fullcast
