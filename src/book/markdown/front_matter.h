// The header that many tools put on top of a Markdown file.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/book.h"

namespace fullcast {

/// Reads what stands at the very beginning: lines of "key: value" between "---" and "---" (or
/// "..."), of "key = value" between "+++" and "+++", or Pandoc's "% title", "% author", "% date".
/// Only the plain forms of YAML and TOML are understood; other lines are passed over. Takes title,
/// subtitle, author, language, year, series and description into `info`. Returns the bytes it
/// takes up, its closing line included; 0: there is none.
std::size_t ReadFrontMatter(std::string_view text, BookInfo& info);

}  // namespace fullcast
