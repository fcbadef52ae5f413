// From pieces to one file.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <vector>

#include "core/script.h"
#include "encode/audio_writer.h"
#include "produce/piece.h"
#include "produce/render.h"
#include "produce/reporter.h"

namespace fullcast {

/// Puts pieces that come in any order into the file in the order of the book, and keeps the
/// figures.
class Assembler {
 public:
  /// All that is given must live as long as this.
  Assembler(const Script& script, const std::vector<Piece>& pieces, AudioWriter& writer,
            Reporter& reporter);

  /// How many pieces are in the file.
  [[nodiscard]] std::size_t written() const { return written_; }

  /// Takes the piece with this number; it waits until those before it are in the file. Throws
  /// Error.
  void Take(std::size_t number, RenderedPiece piece);

  /// Completes the file when all pieces are in it. Throws Error.
  RenderReport Finish();

 private:
  void Append(const RenderedPiece& rendered);
  [[nodiscard]] double ElapsedSeconds() const;

  const Script& script_;
  const std::vector<Piece>& pieces_;
  AudioWriter& writer_;
  Reporter& reporter_;
  std::map<std::size_t, RenderedPiece> waiting_;
  std::size_t written_ = 0;
  RenderProgress progress_;
  RenderReport report_;
  LoudnessStats loudness_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace fullcast
