// What of a book is read, as its user has chosen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/book.h"
#include "core/reading_choice.h"

namespace fullcast {

/// Block::skip of what a user excludes.
inline constexpr const char* kExcludedReason = "excluded";

/// Applies a choice to a book as its reader delivered it. A rule that matches chapters excludes
/// them, or takes an earlier exclusion back, or lets a chapter be read of which nothing is; a rule
/// that matches a reason includes what is skipped for it; one that matches a kind of block
/// ("captions") excludes those. Then footnotes are placed. Returns the patterns that match nothing.
std::vector<std::string> Choose(Book& book, const ReadingChoice& choice);

/// What a kind of block is called in patterns: "caption", "verse"; empty: it has no name.
std::string_view NameOf(BlockKind kind);

}  // namespace fullcast
