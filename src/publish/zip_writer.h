// ZIP archives whose entries are stored as they are.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <string>
#include <string_view>

#include "core/file.h"

namespace fullcast {

/// Writes an archive (PKWARE APPNOTE 6.3.3) that appears when it is whole. Nothing is compressed:
/// what is large in ours is sound. Entries have no time, so the same content gives the same bytes.
/// Sizes and offsets above `most_bytes` are kept in ZIP64's fields, which not all readers know, so
/// that it is not lowered but in tests.
class ZipWriter {
 public:
  explicit ZipWriter(const std::filesystem::path& path,
                     std::uint64_t most_bytes = std::numeric_limits<std::uint32_t>::max() - 1)
      : file_(path), most_bytes_(most_bytes) {}

  /// Adds an entry. Names are UTF-8. Throws Error.
  void Add(std::string_view name, std::string_view content);

  /// Adds a file's content, a little at a time. Throws Error.
  void AddFile(std::string_view name, const std::filesystem::path& path);

  /// Writes the directory and puts the archive in place. Throws Error.
  void Finish();

 private:
  /// Writes an entry's content through what it is given.
  using Content = std::function<void(const std::function<void(std::string_view)>& write)>;

  void AddEntry(std::string_view name, std::uint64_t size, const Content& content);
  void WriteZip64End(std::uint64_t directory_begin);

  AtomicFile file_;
  std::uint64_t most_bytes_;
  std::uint64_t size_ = 0;
  std::uint64_t entries_ = 0;
  std::string directory_;
};

}  // namespace fullcast
