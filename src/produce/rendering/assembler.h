// From pieces to files.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <vector>

#include "core/script.h"
#include "produce/pieces/book_pieces.h"
#include "produce/pieces/piece.h"
#include "produce/rendering/book_output.h"
#include "produce/rendering/render.h"
#include "produce/rendering/timeline_builder.h"
#include "produce/reporter.h"

namespace fullcast {

/// Puts pieces that come in any order into the files in the order of the book, and keeps the
/// figures and timelines.
class Assembler {
 public:
  /// All that is given must live as long as this. `encoder_of`: which encoding of a piece goes into
  /// each output. `with_words`: in the timelines.
  Assembler(const Script& script, BookPieces& pieces, std::vector<BookOutput>& outputs,
            const std::vector<std::size_t>& encoder_of, bool with_words, Reporter& reporter);

  /// How many pieces are in the files.
  [[nodiscard]] std::size_t written() const { return written_; }

  /// How many were taken and are not in the files yet.
  [[nodiscard]] std::size_t waiting() const { return waiting_.size(); }

  /// Takes the piece with this number; it waits until those before it are in the files. It has
  /// the sound of each encoder. `kept`: an earlier run had rendered it. Throws Error.
  void Take(std::size_t number, RenderedPiece piece, bool kept);

  /// Completes the files when all pieces are in them. Throws Error.
  RenderReport Finish();

 private:
  struct Waiting {
    RenderedPiece piece;
    bool kept = false;
  };

  void Append(const RenderedPiece& rendered);
  void ReportProgress(double sound_seconds, bool kept);
  void BeginChapter(std::size_t chapter);
  void EndChapter();
  [[nodiscard]] double SoundSeconds() const;  // in the files
  [[nodiscard]] double ElapsedSeconds() const;

  const Script& script_;
  BookPieces& pieces_;
  std::vector<BookOutput>& outputs_;
  const std::vector<std::size_t>& encoder_of_;  // each output
  std::vector<TimelineBuilder> timelines_;      // of each output
  Reporter& reporter_;
  std::map<std::size_t, Waiting> waiting_;  // by the number of their piece
  std::size_t written_ = 0;
  RenderProgress progress_;
  RenderReport report_;
  LoudnessStats loudness_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace fullcast
