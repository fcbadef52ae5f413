// What earlier runs have rendered.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "produce/pieces/piece.h"
#include "produce/pieces/piece_store.h"
#include "produce/rendering/render.h"
#include "produce/reporter.h"

namespace fullcast {

/// The piece store, asked by serialized RenderJobs. Without a store it finds nothing and keeps
/// nothing; a store that can't be written is given up with a warning, since the book is worth more.
class FinishedPieces {
 public:
  /// The reporter must live as long as this.
  FinishedPieces(const RenderOptions& options, Reporter& reporter);

  /// Brings the store back to its size.
  ~FinishedPieces();
  FinishedPieces(const FinishedPieces&) = delete;
  FinishedPieces& operator=(const FinishedPieces&) = delete;

  /// Whether there is something of this job: what it is worth shows when it is read.
  [[nodiscard]] bool Has(std::string_view job) const;

  /// What a worker made of this job, if it is there and whole.
  [[nodiscard]] std::optional<RenderedPiece> Find(std::string_view job) const;

  /// Keeps what a worker made of a job, a serialized RenderedPiece.
  void Keep(std::string_view job, std::string_view bytes);

 private:
  Reporter& reporter_;
  std::string sound_versions_;
  std::optional<PieceStore> store_;
};

}  // namespace fullcast
