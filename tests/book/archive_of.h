// ZIP archives for tests.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>
#include <zip.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/file.h"

namespace fullcast {

using Entries = std::vector<std::pair<std::string, std::string>>;

/// The bytes of an archive with these entries.
inline std::string ArchiveOf(const Entries& entries) {
  const std::filesystem::path path =
      std::filesystem::path(testing::TempDir()) / ("fullcast-" + std::to_string(getpid()) + ".zip");
  std::filesystem::remove(path);
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE, nullptr);
  for (const auto& [name, bytes] : entries) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  }
  zip_close(archive);
  std::string bytes = ReadFile(path);
  std::filesystem::remove(path);
  return bytes;
}

}  // namespace fullcast
