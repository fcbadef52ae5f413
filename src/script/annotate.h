// The way from a book to its script.
#pragma once

#include "core/book.h"
#include "core/script.h"
#include "script/booknlp/booknlp_files.h"
#include "script/settled_lines.h"

namespace fullcast {

/// Finds the quotations of a book, its characters and who of them says what, and cuts it into
/// segments. What a person settled in an earlier script of the book stays settled and helps to
/// decide the rest. CheckScript holds for the result. Any bytes whatever are fine; linear in their
/// number.
Script Annotate(const Book& book, const SettledLines& settled = {});

/// The same with the characters and speakers that BookNLP found, see ImportAttribution. Throws
/// Error when it read another text.
Script Annotate(const Book& book, const BookNlpFiles& attribution);

}  // namespace fullcast
