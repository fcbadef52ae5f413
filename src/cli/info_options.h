// Options of the commands that read a book: what is known of it, where the user knows better.
#pragma once

#include <CLI/App.hpp>

#include "core/book.h"

namespace fullcast {

/// Fields of `info` that are not given stay as they are. `info` must outlive the parsing.
void AddInfoOptions(CLI::App& command, BookInfo& info);

}  // namespace fullcast
