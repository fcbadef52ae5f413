#include "produce/pieces/piece_store.h"

#include <algorithm>
#include <cstdlib>
#include <system_error>
#include <vector>

#include "core/error.h"
#include "core/file.h"
#include "core/hash.h"
#include "core/interrupt.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kMagic = "fullcast piece 2\n";
constexpr std::size_t kChecksumDigits = 32;
constexpr std::size_t kHeaderBytes = kMagic.size() + kChecksumDigits + 1;

struct Entry {
  fs::path path;
  fs::file_time_type used;
  std::uintmax_t bytes = 0;
};

std::vector<Entry> EntriesIn(const fs::path& folder) {
  std::vector<Entry> entries;
  std::error_code error;
  // Entries and folders may go while we look: another process prunes, too.
  for (auto file = fs::recursive_directory_iterator(folder, error);
       file != fs::recursive_directory_iterator(); file.increment(error)) {
    std::error_code gone;
    Entry entry{file->path(), file->last_write_time(gone), file->file_size(gone)};
    if (!gone && entry.path.extension() == ".piece") entries.push_back(std::move(entry));
    if (error) break;
  }
  return entries;
}

// The content of an entry's file, if it is there and whole.
std::optional<std::string> ReadEntry(const fs::path& path) {
  std::string bytes;
  try {
    bytes = ReadFile(path);
  } catch (const Error&) {
    return std::nullopt;
  }
  const std::string_view all = bytes;
  if (all.size() < kHeaderBytes || !all.starts_with(kMagic)) return std::nullopt;
  const std::string_view checksum = all.substr(kMagic.size(), kChecksumDigits);
  if (Checksum(all.substr(kHeaderBytes)) != checksum) return std::nullopt;
  bytes.erase(0, kHeaderBytes);
  return bytes;
}

void Delete(const Entry& entry, StoredPieces& deleted) {
  std::error_code error;
  if (!fs::remove(entry.path, error)) return;  // another process was faster
  ++deleted.count;
  deleted.bytes += entry.bytes;
}

}  // namespace

fs::path PieceStore::PathOf(const std::string& key) const {
  constexpr std::size_t kShardDigits = 2;  // so that no folder grows to tens of thousands of files
  return folder_ / key.substr(0, kShardDigits) / (key.substr(kShardDigits) + ".piece");
}

bool PieceStore::Has(const std::string& key) const {
  std::error_code error;
  return fs::exists(PathOf(key), error);
}

std::optional<std::string> PieceStore::Find(const std::string& key) const {
  const fs::path path = PathOf(key);
  std::optional<std::string> content = ReadEntry(path);
  std::error_code error;
  if (content) fs::last_write_time(path, fs::file_time_type::clock::now(), error);
  return content;
}

void PieceStore::Put(const std::string& key, std::string_view content) const {
  AtomicFile file(PathOf(key));
  file.Write(std::string(kMagic) + Checksum(content) + '\n');
  file.Write(content);
  file.Commit();
}

StoredPieces PieceStore::Contents() const {
  StoredPieces contents;
  for (const Entry& entry : EntriesIn(folder_)) {
    ++contents.count;
    contents.bytes += entry.bytes;
  }
  return contents;
}

StoredPieces PieceStore::Prune() const {
  StoredPieces dropped;
  std::error_code error;
  for (auto shard = fs::directory_iterator(folder_, error); shard != fs::directory_iterator();
       shard.increment(error)) {
    RemoveDeadTemporaries(shard->path(), ".");
    if (error) break;
  }
  std::vector<Entry> entries = EntriesIn(folder_);
  std::uintmax_t total = 0;
  for (const Entry& entry : entries) total += entry.bytes;
  if (total <= most_bytes_) return dropped;
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.used < b.used; });
  for (const Entry& entry : entries) {
    if (total <= most_bytes_) break;
    Delete(entry, dropped);
    total -= entry.bytes;
  }
  return dropped;
}

StoredPieces PieceStore::Verify() const {
  StoredPieces damaged;
  for (const Entry& entry : EntriesIn(folder_)) {
    ThrowIfInterrupted();
    if (!ReadEntry(entry.path)) Delete(entry, damaged);
  }
  return damaged;
}

fs::path UserCacheFolder() {
  const char* cache = std::getenv("XDG_CACHE_HOME");
  if (cache != nullptr && *cache == '/') return fs::path(cache) / "fullcast";
  const char* home = std::getenv("HOME");
  if (home != nullptr && *home == '/') return fs::path(home) / ".cache" / "fullcast";
  return {};
}

}  // namespace fullcast
