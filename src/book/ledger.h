// The proof that a reader has lost nothing of its files.
#pragma once

#include <string>
#include <vector>

#include "core/book.h"

namespace fullcast {

/// Checks what Book promises: the blocks of all chapters of a source, in order, hold each of its
/// characters that is no white space once; what is not read says why; maps lie inside their
/// block's source. Returns what is wrong, one message each, at most a hundred; empty means proven.
std::vector<std::string> CheckBook(const Book& book);

}  // namespace fullcast
