// Options of the commands that read or tag a book: what is known of it, where the user knows
// better.
#pragma once

#include <CLI/App.hpp>

#include "core/book.h"

namespace fullcast {

// Fields of `info` that are not given stay as they are. `info` must outlive the parsing.

/// What books of one shelf may have in common: language, author, who reads, series.
void AddSharedInfoOptions(CLI::App& command, BookInfo& info);

/// What players show of a book.
void AddTagOptions(CLI::App& command, BookInfo& info);

/// That, and the language it is read in.
void AddInfoOptions(CLI::App& command, BookInfo& info);

}  // namespace fullcast
