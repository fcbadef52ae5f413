#include "produce/rendering/render_books.h"

#include <malloc.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "core/error.h"
#include "produce/pieces/piece_renderer.h"
#include "produce/pieces/render_job.h"
#include "speech/retrying_synthesizer.h"

namespace fullcast {

namespace {

// Gives back what reading a book took, before workers inherit it. Keeps the memory of an encoded
// piece for the next one, and maps what is larger by itself: libav's table of packets grows
// all the time, and is mapped anew then, where in the heap it would be copied and be in memory
// twice.
void KeepMemorySmall() {
  constexpr int kLargeBytes = 1 << 22;
  constexpr int kKeptBytes = 1 << 22;
  mallopt(M_MMAP_THRESHOLD, kLargeBytes);
  mallopt(M_TRIM_THRESHOLD, kKeptBytes);
  malloc_trim(0);
}

// A worker keeps the memory of a piece for the next one: to get the same pages from the system
// again takes longer than to fill them.
void KeepMemoryOfPiece() {
  constexpr int kMostOfOneBlock = 1 << 25;  // more than the samples of a piece; what glibc allows
  constexpr int kKeptBytes = 1 << 26;
  mallopt(M_MMAP_THRESHOLD, kMostOfOneBlock);
  mallopt(M_TRIM_THRESHOLD, kKeptBytes);
}

class RenderLoop {
 public:
  RenderLoop(WorkerPool& pool, const BookQueue& queue)
      : pool_(pool), queue_(queue), most_ahead_(4 * pool.size()) {}

  void Run() {
    for (;;) {
      GiveIdleWorkersWork();
      if (!pool_.IsBusy()) return;
      const WorkerPool::Result result = pool_.Wait();
      GiveIdleWorkersWork();  // first: to keep the result takes a while, with its syncs
      Take(result);
    }
  }

 private:
  struct InWork {
    BookRendering* book = nullptr;  // nullptr: it has failed meanwhile
    std::size_t piece = 0;
  };

  void GiveIdleWorkersWork() {
    while (pool_.HasIdleWorker() && GiveWork()) {
    }
  }

  // Submits a piece, or opens a book that may have one. False if there is neither.
  bool GiveWork() {
    const std::vector<BookRendering*> books = open_;  // asking a book may close it
    for (BookRendering* book : books) {
      if (SubmitPieceOf(*book)) return true;
    }
    if (!more_) return false;
    BookRendering* book = queue_.open();
    malloc_trim(0);  // what reading the book took
    more_ = book != nullptr;
    if (more_) open_.push_back(book);
    return more_;
  }

  bool SubmitPieceOf(BookRendering& book) {
    std::optional<BookRendering::Job> job;
    Guard(book, [&] { job = book.NextJob(most_ahead_); });
    if (job) in_work_[pool_.Submit(std::move(job->bytes))] = {&book, job->number};
    return job.has_value();
  }

  void Take(const WorkerPool::Result& result) {
    const InWork work = in_work_.at(result.ticket);
    in_work_.erase(result.ticket);
    if (work.book == nullptr) return;
    Guard(*work.book, [&] {
      if (result.failed) throw Error(result.bytes);
      work.book->Take(work.piece, result.bytes);
    });
  }

  // Does something with a book, which is closed if that was the end of it.
  template <typename Action>
  void Guard(BookRendering& book, Action action) {
    try {
      action();
    } catch (const Interrupted&) {
      throw;
    } catch (const Error& error) {
      Forget(book);
      queue_.close_failed(book, error.what());
      return;
    }
    if (!book.IsWhole()) return;
    Forget(book);
    // To complete a file takes memory; workers and pieces have left some that nobody needs any
    // more.
    if (!more_ && open_.empty() && !pool_.IsBusy()) pool_.EndWorkers();
    malloc_trim(0);
    queue_.close_whole(book);
  }

  void Forget(const BookRendering& book) {
    std::erase(open_, &book);
    for (auto& [ticket, work] : in_work_) {
      if (work.book == &book) work.book = nullptr;
    }
  }

  WorkerPool& pool_;
  const BookQueue& queue_;
  std::size_t most_ahead_;
  std::vector<BookRendering*> open_;  // the oldest first
  std::map<WorkerPool::Ticket, InWork> in_work_;
  bool more_ = true;
};

}  // namespace

WorkerPool MakeRenderWorkers(std::size_t workers) {
  KeepMemorySmall();
  return {
      workers, []() -> WorkerPool::Work {
        KeepMemoryOfPiece();
        std::shared_ptr<Synthesizer> synthesizer = MakeSynthesizer();
        return [synthesizer](std::string_view bytes) {
          const RenderJob job = DeserializeRenderJob(bytes);
          return SerializeRecords(RenderPiece(job.piece, *synthesizer, job.profile, job.encoders));
        };
      }};
}

void RenderBooks(WorkerPool& pool, const BookQueue& queue) { RenderLoop(pool, queue).Run(); }

}  // namespace fullcast
