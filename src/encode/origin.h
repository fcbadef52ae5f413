// Where an audiobook comes from: what tells whether it may be replaced, and whether it has to be.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace fullcast {

struct Origin {
  std::string book_id;  ///< of the book it was made from, see BookInfo
  std::string edition;  ///< stands for all that is in the file

  bool operator==(const Origin&) const = default;
};

/// The comment tag that an audiobook carries its origin in.
std::string OriginComment(const Origin& origin);

/// The origin of an audiobook that fullcast made; nothing for any other file.
std::optional<Origin> ReadOrigin(const std::filesystem::path& path);

}  // namespace fullcast
