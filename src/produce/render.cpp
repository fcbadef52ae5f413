#include "produce/render.h"

#include <malloc.h>

#include <chrono>
#include <map>
#include <memory>
#include <optional>

#include "core/error.h"
#include "core/file.h"
#include "encode/origin.h"
#include "produce/piece_key.h"
#include "produce/piece_renderer.h"
#include "produce/piece_store.h"
#include "produce/plan.h"
#include "produce/worker_pool.h"
#include "speech/engine_voices.h"
#include "speech/retrying_synthesizer.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

/// Puts pieces that come in any order into the file in the order of the book, and keeps the
/// figures.
class Assembler {
 public:
  Assembler(const Script& script, const std::vector<Piece>& pieces, M4bWriter& writer,
            Reporter& reporter)
      : script_(script), pieces_(pieces), writer_(writer), reporter_(reporter) {
    for (const Piece& piece : pieces) progress_.letters += LettersIn(piece);
    progress_.chapters = script.chapters.size();
  }

  /// How many pieces are in the file.
  [[nodiscard]] std::size_t written() const { return written_; }

  void Take(std::size_t number, const std::string& bytes) {
    waiting_[number] = bytes;
    for (auto next = waiting_.find(written_); next != waiting_.end();
         next = waiting_.find(written_)) {
      Append(DeserializeRenderedPiece(next->second));
      waiting_.erase(next);
    }
  }

  RenderReport Finish() {
    writer_.Finish(report_.chapters);
    report_.samples = report_.speech_samples + report_.pause_samples;
    report_.loudness_lufs = loudness_.IntegratedLufs().value_or(LoudnessStats::kLeastLufs);
    report_.peak_dbfs = loudness_.SamplePeakDb();
    report_.elapsed_seconds = ElapsedSeconds();
    return report_;
  }

 private:
  void Append(const RenderedPiece& rendered) {
    const Piece& piece = pieces_[written_];
    if (written_ == 0 || piece.chapter != pieces_[written_ - 1].chapter) {
      report_.chapters.push_back({script_.chapters[piece.chapter].title, writer_.samples()});
    }
    for (const LineTiming& line : rendered.lines) {
      report_.speech_samples += static_cast<std::int64_t>(line.speech_samples);
      report_.pause_samples += static_cast<std::int64_t>(line.pause_samples);
    }
    for (Defect defect : rendered.defects) {
      defect.chapter = piece.chapter;
      report_.defects.push_back(defect);
    }
    loudness_.Merge(rendered.loudness);
    writer_.Write(rendered.audio);
    ++written_;

    progress_.chapter = script_.chapters[piece.chapter].title;
    progress_.chapter_number = piece.chapter + 1;
    progress_.letters_done += LettersIn(piece);
    progress_.sound_seconds = static_cast<double>(writer_.samples()) / kSampleRateHz;
    progress_.elapsed_seconds = ElapsedSeconds();
    reporter_.Progress(progress_);
  }

  [[nodiscard]] double ElapsedSeconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

  const Script& script_;
  const std::vector<Piece>& pieces_;
  M4bWriter& writer_;
  Reporter& reporter_;
  std::map<std::size_t, std::string> waiting_;
  std::size_t written_ = 0;
  RenderProgress progress_;
  RenderReport report_;
  LoudnessStats loudness_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// What earlier runs have rendered, if there is a store.
class FinishedPieces {
 public:
  FinishedPieces(const std::vector<Piece>& pieces, const Profile& profile,
                 const RenderOptions& options, Reporter& reporter)
      : pieces_(pieces), profile_(profile), encoder_(options.encoder), reporter_(reporter) {
    if (!options.cache.empty()) store_.emplace(options.cache, options.cache_bytes);
  }

  ~FinishedPieces() {
    if (store_) store_->Prune();
  }
  FinishedPieces(const FinishedPieces&) = delete;
  FinishedPieces& operator=(const FinishedPieces&) = delete;

  [[nodiscard]] std::optional<std::string> Find(std::size_t number) const {
    return store_ ? store_->Find(KeyOf(number)) : std::nullopt;
  }

  void Keep(std::size_t number, const std::string& bytes) {
    if (!store_ || !DeserializeRenderedPiece(bytes).defects.empty()) return;
    try {
      store_->Put(KeyOf(number), bytes);
    } catch (const Error& error) {  // the book is worth more than the store
      reporter_.Warn(std::string(error.what()) + "; going on without the store");
      store_.reset();
    }
  }

 private:
  [[nodiscard]] std::string KeyOf(std::size_t number) const {
    return PieceKey(pieces_[number], profile_, encoder_);
  }

  const std::vector<Piece>& pieces_;
  const Profile& profile_;
  EncoderSettings encoder_;
  Reporter& reporter_;
  std::optional<PieceStore> store_;
};

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
