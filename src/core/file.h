// Reading and writing whole files so that nothing half-written is ever left behind.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace fullcast {

/// The bytes of a regular file. Throws Error that names the path and the reason.
std::string ReadFile(const std::filesystem::path& path);

/// Writes all bytes to a file descriptor. False, with errno set, if that can't be done.
[[nodiscard]] bool WriteAll(int fd, std::string_view bytes) noexcept;

/// Reads so many bytes from a file descriptor. False if there are not as many, or it fails.
[[nodiscard]] bool ReadAll(int fd, void* data, std::size_t size) noexcept;

/// A file that appears under its name only when it is whole.
///
/// The content is written to a temporary file in the same folder (".<name>.<number>.part"), which
/// Commit() syncs and renames; without Commit() the destructor deletes it. What a killed run left
/// of the same name is removed by the next one. Two processes may write the same file at once:
/// each has its own temporary file, the last Commit() wins.
class AtomicFile {
 public:
  /// Creates the missing parent folders and the temporary file. Throws Error.
  explicit AtomicFile(std::filesystem::path path);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  /// Where the content is to be written until Commit().
  [[nodiscard]] const std::filesystem::path& temporary_path() const { return temporary_path_; }

  /// Appends bytes to the temporary file. Throws Error, also when the disk is full.
  void Write(std::string_view bytes);

  /// Replaces bytes that were written, at this offset. Throws Error.
  void WriteAt(std::uint64_t offset, std::string_view bytes);

  /// fsync, rename, fsync of the folder. Throws Error; the target is then as it was before.
  void Commit();

 private:
  bool TryOpen(const std::filesystem::path& temporary);

  std::filesystem::path path_;
  std::filesystem::path temporary_path_;
  int fd_ = -1;  // holds the lock that tells a living temporary file from a dead one
};

/// Deletes temporary files of AtomicFile in this folder whose names begin so and whose writer is
/// gone.
void RemoveDeadTemporaries(const std::filesystem::path& folder, const std::string& prefix);

/// Writes a small file by AtomicFile.
void WriteFile(const std::filesystem::path& path, std::string_view bytes);

/// WriteFile(), unless these bytes are what the file holds already.
void UpdateFile(const std::filesystem::path& path, std::string_view bytes);

}  // namespace fullcast
