// The way from a book to its script.
#pragma once

#include "core/book.h"
#include "core/script.h"

namespace fullcast {

/// Finds the quotations of a book, its characters and who of them says what, and cuts it into
/// segments. CheckScript holds for the result. Any bytes whatever are fine; linear in their number.
Script Annotate(const Book& book);

}  // namespace fullcast
