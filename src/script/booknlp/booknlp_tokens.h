// Where BookNLP's tokens stand in the file of a book.
#pragma once

#include <string_view>
#include <vector>

#include "core/book.h"
#include "script/booknlp/booknlp_files.h"

namespace fullcast {

/// The bytes of the source in which each token stands. The columns byte_onset and byte_offset,
/// whatever their names, count the characters that Python made of the file: "\r\n" is one, a byte
/// order mark is one. Others who write such files count bytes, "\r\n" as two, or no mark. So every
/// way of counting is tried, until one finds each word at its place. Throws Error that names the
/// tokens' file and line where none does. Linear in the size of source and tokens.
std::vector<Span> LocateTokens(const BookNlpFiles& files, const Source& source);

}  // namespace fullcast
