// Files of markup as UTF-8: they say in which encoding they are.
#pragma once

#include <string>
#include <string_view>

#include "book/source/source_text.h"

namespace fullcast {

/// The encoding that a document names in its first bytes, in `<?xml encoding="...">` or `<meta
/// charset=...>`; in lower case, empty if it names none.
std::string DeclaredCharset(std::string_view bytes);

/// Bytes of an encoding in which ASCII is ASCII, by its name in iconv; an empty text where the
/// system does not know it.
SourceText DecodeAs(std::string_view bytes, const std::string& charset);

/// Decode() for markup: with a byte order mark as that says, else in the declared encoding, as far
/// as the system knows it; what is valid UTF-8 is read as such whatever it declares. Throws Error
/// like Decode().
SourceText DecodeMarkup(std::string_view bytes, const std::string& name);

}  // namespace fullcast
