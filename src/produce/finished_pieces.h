// What earlier runs have rendered of this book.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "audio/profile.h"
#include "produce/piece.h"
#include "produce/piece_store.h"
#include "produce/render.h"
#include "produce/reporter.h"

namespace fullcast {

/// The piece store, asked by a piece's number. Without a store it finds nothing and keeps nothing;
/// a store that can't be written is given up with a warning, since the book is worth more.
class FinishedPieces {
 public:
  /// All that is given must live as long as this.
  FinishedPieces(const std::vector<Piece>& pieces, const Profile& profile,
                 const RenderOptions& options, Reporter& reporter);

  /// Brings the store back to its size.
  ~FinishedPieces();
  FinishedPieces(const FinishedPieces&) = delete;
  FinishedPieces& operator=(const FinishedPieces&) = delete;

  /// The serialized RenderedPiece, if it is there.
  [[nodiscard]] std::optional<std::string> Find(std::size_t number) const;

  /// Keeps a serialized RenderedPiece, unless it has defects.
  void Keep(std::size_t number, const std::string& bytes);

 private:
  [[nodiscard]] std::string KeyOf(std::size_t number) const;

  const std::vector<Piece>& pieces_;
  const Profile& profile_;
  EncoderSettings encoder_;
  Reporter& reporter_;
  std::optional<PieceStore> store_;
};

}  // namespace fullcast
