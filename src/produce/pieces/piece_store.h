// Finished pieces, kept from one run to the next.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace fullcast {

/// A number of entries, and their size on disk.
struct StoredPieces {
  std::size_t count = 0;
  std::uintmax_t bytes = 0;
};

/// Rendered pieces by a key that stands for all that their sound depends on (see PieceKey), and
/// what is remembered of whole books (see finished_book.h), shared by all books and by processes
/// that run at once. An entry is a file, written whole or not at all, that begins with a checksum
/// of its content: what is damaged is a miss.
class PieceStore {
 public:
  /// `folder` is made when the first entry is. Entries are dropped, least recently used first, when
  /// they are more than `most_bytes` in all.
  PieceStore(std::filesystem::path folder, std::uintmax_t most_bytes)
      : folder_(std::move(folder)), most_bytes_(most_bytes) {}

  /// Whether there is an entry, which may be damaged.
  [[nodiscard]] bool Has(const std::string& key) const;

  /// The content of an entry that is whole, which then counts as used now.
  [[nodiscard]] std::optional<std::string> Find(const std::string& key) const;

  /// Throws Error when it can't be written.
  void Put(const std::string& key, std::string_view content) const;

  [[nodiscard]] StoredPieces Contents() const;

  /// Drops entries until the rest fits, and what killed runs left half-written. Gives back the
  /// entries that it dropped.
  StoredPieces Prune() const;

  /// Reads all entries and deletes those that are damaged, which it gives back. Throws Interrupted.
  [[nodiscard]] StoredPieces Verify() const;

 private:
  [[nodiscard]] std::filesystem::path PathOf(const std::string& key) const;

  std::filesystem::path folder_;
  std::uintmax_t most_bytes_;
};

/// Where the user's cache is: $XDG_CACHE_HOME/fullcast, or ~/.cache/fullcast (XDG Base Directory
/// Specification 0.8); empty if neither is known.
std::filesystem::path UserCacheFolder();

}  // namespace fullcast
