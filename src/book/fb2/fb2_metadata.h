// What an FB2 file tells of its book.
#pragma once

#include <string>

#include "book/markup/markup.h"
#include "core/book.h"

namespace fullcast {

/// From the description: title-info, then publish-info and document-info. Several authors are
/// joined by ", ". A field that is not there is empty; the language is "en".
BookInfo ReadFb2Metadata(const Markup& fb2);

/// The bytes of the cover's JPEG or PNG, or "".
std::string ReadFb2Cover(const Markup& fb2);

}  // namespace fullcast
