// Whether a file may be replaced: who made it, from which book.
#pragma once

#include <filesystem>
#include <string>

namespace fullcast {

/// The comment tag of an audiobook that fullcast makes of the book with this id.
std::string OriginComment(const std::string& book_id);

/// Whether the file is an audiobook with this comment. False for any other file.
bool HasComment(const std::filesystem::path& path, const std::string& comment);

}  // namespace fullcast
