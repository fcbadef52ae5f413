// One book on its way through the workers.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "audio/profile.h"
#include "core/script.h"
#include "produce/pieces/finished_pieces.h"
#include "produce/pieces/piece.h"
#include "produce/rendering/assembler.h"
#include "produce/rendering/book_output.h"
#include "produce/rendering/book_plan.h"
#include "produce/rendering/render.h"
#include "produce/reporter.h"

namespace fullcast {

/// Gives out a book's pieces one by one, takes them back in any order, and writes them to the
/// book's files in theirs. The store is asked for each encoding of a piece apart, so that another
/// format costs its own encoding and, as no sound is kept, the synthesis, which is the lesser part.
class BookRendering {
 public:
  /// A piece that a worker has to render.
  struct Job {
    std::size_t number = 0;
    std::string bytes;  ///< a serialized RenderJob
  };

  /// Opens the output. The plan is one of these, and all but the plan must live as long as this.
  /// Throws Error.
  BookRendering(const Script& script, const Profile& profile, const RenderOptions& options,
                BookPlan plan, Reporter& reporter);

  /// The next piece that is not in the store. Of the last ones the longest come first, so that the
  /// workers are done at about the same time. When all have been given out, or `most_ahead` of them
  /// are not in the files yet, which bounds what waits in memory, it first puts those into the
  /// files that are in the store, and gives nothing when the files have to wait for a worker.
  /// Throws Error; Interrupted at Ctrl-C.
  std::optional<Job> NextJob(std::size_t most_ahead);

  /// Takes what a worker made of a job (see SerializeRecords()). Throws Error.
  void Take(std::size_t number, const std::string& bytes);

  /// Whether all pieces are in the file.
  [[nodiscard]] bool IsWhole() const { return assembler_.written() == pieces_.size(); }

  /// Puts the whole file in place. Throws Error.
  RenderReport Finish() { return assembler_.Finish(); }

 private:
  // A job's encodings, by their index among the encoders; those that are not in the store.
  struct Encodings {
    std::vector<std::optional<RenderedPiece>> found;
    std::vector<std::size_t> missing;
  };

  [[nodiscard]] std::string JobFor(std::size_t number,
                                   const std::vector<EncoderSettings>& encoders);
  [[nodiscard]] bool IsInStore(std::size_t number);
  std::optional<std::size_t> TakeNumber(std::size_t most_ahead);
  bool AssembleFromStore();
  [[nodiscard]] Encodings FindEncodings(std::size_t number);
  void Assemble(std::size_t number, Encodings& encodings, bool kept);

  const Profile& profile_;
  std::vector<EncoderSettings> encoders_;  // all different
  std::vector<std::size_t> encoder_of_;    // each output
  BookPieces pieces_;
  std::vector<BookOutput> outputs_;
  Assembler assembler_;
  FinishedPieces finished_;
  std::map<std::size_t, Encodings> in_work_;  // by the number of their piece
  std::set<std::size_t> in_store_;  // numbers of pieces, as it was when the book was opened
  std::vector<std::size_t> to_do_;  // of the others that are not given out, the last one first
};

}  // namespace fullcast
