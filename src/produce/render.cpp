#include "produce/render.h"

#include <malloc.h>

#include <memory>
#include <optional>

#include "core/error.h"
#include "core/file.h"
#include "core/interrupt.h"
#include "encode/origin.h"
#include "produce/assembler.h"
#include "produce/finished_pieces.h"
#include "produce/piece_renderer.h"
#include "produce/plan.h"
#include "produce/worker_pool.h"
#include "speech/engine_voices.h"
#include "speech/retrying_synthesizer.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

void CheckVoices(const Cast& cast) {
  for (const auto& [speaker, role] : cast.roles) {
    try {
      CheckVoice(role.voice);
    } catch (const Error& error) {
      throw error.Within("the voice of \"" + speaker + "\"");
    }
  }
}

// Gives back what reading the book took, before workers inherit it; and makes samples, megabytes
// each, be given back as soon as they are freed.
void KeepMemorySmall() {
  constexpr int kLargeBytes = 1 << 18;
  mallopt(M_MMAP_THRESHOLD, kLargeBytes);
  malloc_trim(0);
}

Tags MakeTags(const BookInfo& book) {
  Tags tags;
  tags.book = book;
  tags.comment = OriginComment(book.id);
  if (!book.cover.empty()) tags.cover = ReadFile(book.cover);
  return tags;
}

}  // namespace

void CheckOutput(const fs::path& output, const std::string& book_id, bool force) {
  if (!force && fs::exists(output) && !HasComment(output, OriginComment(book_id))) {
    throw Error(output.string() +
                " is there already and was not made by fullcast from this book; --force replaces "
                "it, -o writes elsewhere");
  }
  const AtomicFile probe(output);
}

RenderReport Render(const Script& script, const Cast& cast, const Profile& profile,
                    const RenderOptions& options, Reporter& reporter) {
  CheckOutput(options.output, script.book.id, options.force);
  CheckVoices(cast);
  const std::vector<Piece> pieces = PlanPieces(script, cast, profile);
  if (pieces.empty()) throw Error("there is nothing to read aloud in this script");

  KeepMemorySmall();
  // Workers are forked before the output is opened, so that they hold nothing of it.
  WorkerPool pool(options.workers, [&]() -> WorkerPool::Work {
    std::shared_ptr<Synthesizer> synthesizer = MakeSynthesizer();
    return [&, synthesizer](std::size_t number) {
      return Serialize(RenderPiece(pieces[number], *synthesizer, profile, options.encoder));
    };
  });
  M4bWriter writer(options.output, MakeTags(script.book), options.encoder, script.chapters.size());
  Assembler assembler(script, pieces, writer, reporter);
  FinishedPieces finished(pieces, profile, options, reporter);

  // Bounds what waits for its turn: how far a worker may be ahead of the file.
  const std::size_t most_ahead = 4 * options.workers;
  std::size_t next = 0;
  while (assembler.written() < pieces.size()) {
    while (next < pieces.size() && next < assembler.written() + most_ahead &&
           pool.HasIdleWorker()) {
      ThrowIfInterrupted();
      if (const auto bytes = finished.Find(next)) {
        assembler.Take(next, *bytes);
      } else {
        pool.Submit(next);
      }
      ++next;
    }
    if (!pool.IsBusy()) continue;
    const WorkerPool::Result result = pool.Wait();
    finished.Keep(result.job, result.bytes);
    assembler.Take(result.job, result.bytes);
  }
  return assembler.Finish();
}

}  // namespace fullcast
