#include "script/size_limits.h"

#include <fmt/core.h>

#include <string>

#include "core/error.h"

namespace fullcast {

void CheckSize(std::size_t count, std::size_t most, std::string_view what, const Book& book,
               const Block& block, std::size_t text_offset) {
  if (count <= most) return;
  const Source& source = book.sources.at(block.file);
  throw Error(PlaceAt(source.name, source.bytes, block.SourceOffset(text_offset)),
              fmt::format("up to here the book has more than {} {}; cut it into several books",
                          most, what));
}

}  // namespace fullcast
