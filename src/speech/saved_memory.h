// Memory of this process as it was, to be put back.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace fullcast {

/// The variables of this program and of all its libraries but the C library, in whole pages; less
/// those that can't be written to any more. What the C library holds between two of its calls is no
/// state that matters, but for rand().
std::vector<std::span<std::byte>> VariablesOfProgram();

/// A copy of a stretch of memory in whole pages. It takes memory of its own only for pages that
/// differ, and none of the heap's.
class SavedMemory {
 public:
  /// For stretches of at most so many bytes that begin there. Throws Error.
  SavedMemory(std::byte* begin, std::size_t most_bytes);
  ~SavedMemory();
  SavedMemory(const SavedMemory&) = delete;
  SavedMemory& operator=(const SavedMemory&) = delete;

  /// Takes the first bytes of the stretch as they are now.
  void Save(std::size_t bytes);

  /// Puts them back, and fills what lies behind them with zeros up to `bytes`.
  void PutBack(std::size_t bytes) const;

 private:
  std::byte* begin_;
  std::size_t most_bytes_;
  std::size_t saved_bytes_ = 0;
  std::byte* copy_;
};

}  // namespace fullcast
