// Fuzzing what is inside an archive, and not only its headers.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/zip_archive.h"

namespace fullcast::fuzz {

/// Bytes that begin like a ZIP archive as they are. Any others are the files of one: each after a
/// line "== name".
inline std::string ArchiveOf(std::string_view bytes) {
  constexpr std::string_view kMark = "== ";
  if (bytes.starts_with("PK")) return std::string(bytes);
  std::vector<std::pair<std::string, std::string>> files;
  while (!bytes.empty()) {
    std::size_t end = bytes.find('\n');
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    if (line.starts_with(kMark)) {
      constexpr std::size_t kLongestName = 200;
      files.emplace_back(line.substr(kMark.size(), kLongestName), "");
    } else if (!files.empty()) {
      files.back().second += line;
      files.back().second += '\n';
    }
  }
  return test::MakeZip(files);
}

}  // namespace fullcast::fuzz
