// Where the attributes of a tag stand in somebody's document.
#pragma once

#include <string_view>
#include <vector>

#include "core/book.h"

namespace fullcast {

struct AttributePlace {
  Span whole;  ///< with the space ahead of it
  Span value;  ///< without its quotes
};

/// Of a tag of a document that is well-formed XML, in the order of its attributes.
std::vector<AttributePlace> AttributePlaces(std::string_view document, Span tag);

}  // namespace fullcast
