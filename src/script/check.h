// The proof that a script drops nothing of its book and invents nothing.
#pragma once

#include <string>
#include <vector>

#include "core/book.h"
#include "core/script.h"

namespace fullcast {

/// Checks that the segments of all chapters of a source, in order, hold each of its characters that
/// is no white space exactly once, footnotes wherever they are read; that a segment says what the
/// book says at its place, white space aside; and that what the book skips is skipped with a
/// reason. Returns what is otherwise, one message each that names chapter and segment, at most a
/// hundred; empty means proven. Text that was edited by hand is told with both versions. Linear in
/// the size of book and script.
std::vector<std::string> CheckScript(const Script& script, const Book& book);

}  // namespace fullcast
