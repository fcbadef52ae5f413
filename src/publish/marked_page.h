// Ids in somebody's page, so that an overlay can refer to stretches of its text.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/book.h"
#include "publish/epub3_page.h"

namespace fullcast {

/// An element of the page that holds a stretch, or a part of one that no single element can hold.
struct MarkedPart {
  std::size_t stretch = 0;         ///< index among those that were given
  std::string id;                  ///< of the element
  std::size_t letters_before = 0;  ///< of the stretch, white space left out
};

struct MarkedPage {
  std::string bytes;
  std::vector<MarkedPart> parts;   ///< in the order of the page
  std::vector<std::string> texts;  ///< of each stretch, without white space
};

/// Marks these stretches of an XHTML page, which are bytes of it, ascending and apart. An element
/// that holds nothing else is given an id, or keeps the one it has; else a span is put around the
/// text. `style`, the address of a style sheet, is linked to; all else stays as it is. Throws Error
/// where the page is no XML in UTF-8 or an encoding of single bytes, or has no head.
MarkedPage MarkPage(const std::string& page, const std::string& name,
                    std::span<const Span> stretches, const std::string& style,
                    const EntityResolver& resolve = {});

}  // namespace fullcast
