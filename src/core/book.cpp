#include "core/book.h"

#include <algorithm>

namespace fullcast {

std::size_t Block::SourceOffset(std::size_t text_offset) const {
  if (text_offset >= text.size() || map.empty()) return source.end;
  const auto after = std::upper_bound(
      map.begin(), map.end(), text_offset,
      [](std::size_t offset, const SourceStep& step) { return offset < step.text; });
  const SourceStep& step = *std::prev(after);
  const std::size_t limit = after == map.end() ? source.end : after->source;
  return std::min(step.source + (text_offset - step.text), limit);
}

}  // namespace fullcast
