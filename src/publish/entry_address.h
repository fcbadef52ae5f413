// How files of an archive refer to each other.
#pragma once

#include <string>
#include <string_view>

namespace fullcast {

/// Each UTF-8 byte that RFC 3986 does not leave as it is, as %XX; "/" stays.
std::string EscapeUrl(std::string_view path);

/// The address of an entry, seen from another, escaped for URLs.
std::string EntryAddress(const std::string& entry, const std::string& from);

}  // namespace fullcast
