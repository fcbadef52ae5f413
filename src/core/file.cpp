#include "core/file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "core/error.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

void SyncFolder(const fs::path& folder) {
  const int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;  // a folder that may be written but not read can't be synced
  fsync(fd);
  close(fd);
}

fs::path FolderOf(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

}  // namespace

std::string ReadFile(const fs::path& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) throw SystemError("cannot read " + path.string());
  struct stat status {};
  std::string bytes;
  // A device or a pipe may have no end.
  if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) {
    close(fd);
    throw Error("cannot read " + path.string() + ": it is no file");
  }
  bytes.resize(static_cast<std::size_t>(status.st_size) + 1);  // which shows where the file ends
  std::size_t size = 0;
  for (;;) {
    if (size == bytes.size()) bytes.resize(2 * size);  // it has grown, or tells no size
    const ssize_t got = read(fd, bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      const Error error = SystemError("cannot read " + path.string());
      close(fd);
      throw error;
    }
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  close(fd);
  bytes.resize(size);
  return bytes;
}

bool WriteAll(int fd, std::string_view bytes) noexcept {
  while (!bytes.empty()) {
    const ssize_t written = write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool ReadAll(int fd, void* data, std::size_t size) noexcept {
  auto* bytes = static_cast<char*>(data);
  while (size > 0) {
    const ssize_t got = read(fd, bytes, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

AtomicFile::AtomicFile(fs::path path) : path_(std::move(path)) {
  const fs::path folder = FolderOf(path_);
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    throw Error("cannot create the folder " + folder.string() + ": " + error.message());
  }
  const std::string prefix = "." + path_.filename().string() + ".";
  RemoveDeadTemporaries(folder, prefix);
  // The process id tells processes apart, but not those of two machines on one volume.
  for (auto number = static_cast<unsigned>(getpid()); fd_ < 0; ++number) {
    temporary_path_ = folder / (prefix + std::to_string(number) + ".part");
    if (!TryOpen(temporary_path_) && errno != EEXIST) {
      throw SystemError("cannot write to " + path_.string());
    }
  }
}

// Creates and locks the file. False, with errno set, if that can't be done.
bool AtomicFile::TryOpen(const fs::path& temporary) {
  fd_ = open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd_ < 0) return false;
  // Nobody is waited for: who holds the lock took the file for a dead one, and deletes it. Where
  // there are no locks at all, the file is as good without.
  const bool is_taken = flock(fd_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  struct stat status {};
  if (!is_taken && fstat(fd_, &status) == 0 && status.st_nlink > 0) return true;
  close(fd_);
  fd_ = -1;
  errno = EEXIST;
  return false;
}

AtomicFile::~AtomicFile() {
  if (fd_ < 0) return;
  unlink(temporary_path_.c_str());
  close(fd_);
}

void AtomicFile::Write(std::string_view bytes) {
  if (!WriteAll(fd_, bytes)) throw SystemError("cannot write " + path_.string());
}

void AtomicFile::WriteAt(std::uint64_t offset, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = pwrite(fd_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw SystemError("cannot write " + path_.string());
    bytes.remove_prefix(static_cast<std::size_t>(written));
    offset += static_cast<std::uint64_t>(written);
  }
}

void AtomicFile::Commit() {
  if (fsync(fd_) != 0) throw SystemError("cannot write " + path_.string());
  if (rename(temporary_path_.c_str(), path_.c_str()) != 0) {
    throw SystemError("cannot put " + path_.string() + " in place");
  }
  close(fd_);
  fd_ = -1;
  SyncFolder(FolderOf(path_));
}

// A file that was made a moment ago and is not locked yet goes, too: its writer makes another.
void RemoveDeadTemporaries(const fs::path& folder, const std::string& prefix) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(prefix) || !name.ends_with(".part")) continue;
    const int fd = open(entry.path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0) continue;
    if (flock(fd, LOCK_EX | LOCK_NB) == 0) unlink(entry.path().c_str());
    close(fd);
  }
}

void WriteFile(const fs::path& path, std::string_view bytes) {
  AtomicFile file(path);
  file.Write(bytes);
  file.Commit();
}

void UpdateFile(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  const bool same_size = fs::file_size(path, error) == bytes.size() && !error;
  if (!same_size || ReadFile(path) != bytes) WriteFile(path, bytes);
}

}  // namespace fullcast
