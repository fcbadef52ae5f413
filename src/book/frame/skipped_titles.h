// Titles of what is not read: contents, imprints, notes, pages about the book.
#pragma once

#include <string>
#include <string_view>

namespace fullcast {

/// Why a section of this title, such as "Table of Contents" or "Impressum", is not read; "": it is.
std::string SkipReasonOfTitle(std::string_view title);

}  // namespace fullcast
