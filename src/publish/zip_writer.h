// ZIP archives whose entries are stored as they are.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/file.h"

namespace fullcast {

/// Writes an archive (PKWARE APPNOTE 6.3.3) that appears when it is whole. Nothing is compressed:
/// what is large in ours is sound. Entries have no time, so the same content gives the same bytes.
class ZipWriter {
 public:
  explicit ZipWriter(const std::filesystem::path& path) : file_(path) {}

  /// Adds an entry. Names are UTF-8. Throws Error, also for an archive above 4 GB.
  void Add(std::string_view name, std::string_view content);

  /// Adds a file's content. Throws Error.
  void AddFile(std::string_view name, const std::filesystem::path& path);

  /// Writes the directory and puts the archive in place. Throws Error.
  void Finish();

 private:
  AtomicFile file_;
  std::uint64_t size_ = 0;
  std::uint16_t entries_ = 0;
  std::string directory_;
};

}  // namespace fullcast
