// What is known of a book, as JSON: book.json of a folder of chapters, "book" in a script.
#pragma once

#include <string>

#include "core/book.h"

namespace fullcast {

class Json;

/// One object on one line; unknown (empty) fields are left out.
std::string FormatBookInfo(const BookInfo& info);

/// Throws Error with file, line and column at a field of a wrong type or an unknown name.
/// Fields that are not there stay as they are in `known`.
BookInfo ParseBookInfo(const Json& json, BookInfo known = {});

/// Takes over all fields of `with` that are not empty.
void Override(BookInfo& info, const BookInfo& with);

}  // namespace fullcast
