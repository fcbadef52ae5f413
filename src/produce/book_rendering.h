// One book on its way through the workers.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audio/profile.h"
#include "core/cast.h"
#include "core/script.h"
#include "encode/audio_writer.h"
#include "produce/assembler.h"
#include "produce/finished_pieces.h"
#include "produce/piece.h"
#include "produce/render.h"
#include "produce/reporter.h"

namespace fullcast {

/// Gives out a book's pieces one by one, takes them back in any order, and writes them to the
/// book's file in theirs.
class BookRendering {
 public:
  /// A piece that a worker has to render.
  struct Job {
    std::size_t number = 0;
    std::string bytes;  ///< a serialized RenderJob
  };

  /// Plans the pieces and opens the output. Script, profile, options and reporter must live as long
  /// as this. Throws Error, as Render() does.
  BookRendering(const Script& script, const Cast& cast, const Profile& profile,
                const RenderOptions& options, Reporter& reporter);

  /// The next piece that is not in the store; those before it that are go into the file. Nothing
  /// when all have been given out, or when the next one is `most_ahead` ahead of the file: that
  /// bounds what waits in memory. Throws Error; Interrupted at Ctrl-C.
  std::optional<Job> NextJob(std::size_t most_ahead);

  /// Takes what a worker made of a job, a serialized RenderedPiece. Throws Error.
  void Take(std::size_t number, const std::string& bytes);

  /// Whether all pieces are in the file.
  [[nodiscard]] bool IsWhole() const { return assembler_.written() == pieces_.size(); }

  /// Puts the whole file in place. Throws Error.
  RenderReport Finish() { return assembler_.Finish(); }

 private:
  [[nodiscard]] std::string JobFor(std::size_t number) const;

  const Profile& profile_;
  EncoderSettings encoder_;
  std::vector<Piece> pieces_;
  std::unique_ptr<AudioWriter> writer_;
  Assembler assembler_;
  FinishedPieces finished_;
  std::size_t next_ = 0;
};

}  // namespace fullcast
