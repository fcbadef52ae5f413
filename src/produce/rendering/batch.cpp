#include "produce/rendering/batch.h"

#include <list>
#include <memory>
#include <optional>
#include <utility>

#include "core/error.h"
#include "produce/rendering/book_plan.h"
#include "produce/rendering/book_rendering.h"
#include "produce/rendering/companions.h"
#include "produce/rendering/finished_book.h"
#include "produce/rendering/render_books.h"

namespace fullcast {

namespace {

// Says of which book it speaks.
class BookReporter final : public Reporter {
 public:
  BookReporter(Reporter& to, std::string name, std::size_t number, std::size_t books)
      : to_(to), name_(std::move(name)), number_(number), books_(books) {}

  void Note(const std::string& /*message*/) override {}
  void Warn(const std::string& message) override { to_.Warn(name_ + ": " + message); }

  void Progress(const RenderProgress& progress) override {
    RenderProgress of_book = progress;
    of_book.book = name_;
    of_book.book_number = number_;
    of_book.books = books_;
    to_.Progress(of_book);
  }

 private:
  Reporter& to_;
  std::string name_;
  std::size_t number_;
  std::size_t books_;
};

class Batch {
 public:
  Batch(const std::vector<BatchBook>& books, const BatchCalls& calls, Reporter& reporter)
      : books_(books), calls_(calls), reporter_(reporter) {}

  // The next book that has to be rendered; those that have not or can't be are finished.
  BookRendering* Open() {
    while (next_ < books_.size()) {
      const std::size_t number = next_++;
      BookInWork& book = open_.emplace_back(books_[number], reporter_, number + 1, books_.size());
      try {
        if (Begin(book)) return book.rendering.get();
        Finish(book, BatchOutcome::State::kSkipped);
      } catch (const Interrupted&) {
        throw;
      } catch (const std::exception& error) {
        Fail(book, error.what());
      }
    }
    return nullptr;
  }

  void CloseWhole(BookRendering& rendering) {
    BookInWork& book = Find(rendering);
    try {
      BatchOutcome& outcome = book.outcome;
      outcome.report = rendering.Finish();
      WriteCompanions(outcome.ready.script, outcome.ready.options, outcome.report, book.reporter);
      KeepFinishedBook(outcome.ready.options, book.edition, outcome.report);
    } catch (const Error& error) {
      Fail(book, error.what());
      return;
    }
    Finish(book, BatchOutcome::State::kDone);
  }

  void CloseFailed(BookRendering& rendering, const std::string& reason) {
    Fail(Find(rendering), reason);
  }

 private:
  struct BookInWork {
    BookInWork(BatchBook book, Reporter& to, std::size_t number, std::size_t books)
        : reporter(to, book.name, number, books) {
      outcome.number = number - 1;
      outcome.book = std::move(book);
    }
    BatchOutcome outcome;
    BookReporter reporter;
    std::string edition;
    std::unique_ptr<BookRendering> rendering;  // refers to all that is above
  };

  // False if there is nothing to be done.
  bool Begin(BookInWork& book) {
    ReadyBook& ready = book.outcome.ready;
    ready = calls_.prepare(book.outcome.book, book.reporter);
    CheckCompanions(ready.script, ready.options);
    BookPlan plan = PlanBook(ready.script, ready.cast, ready.profile, ready.options, book.reporter);
    book.edition = plan.origin.edition;
    const std::optional<RenderReport> made = FindFinishedBook(ready.options, book.edition);
    if (IsUpToDate(plan, ready.script, ready.options, made)) {
      book.outcome.report = made.value_or(RenderReport());
      return false;
    }
    book.rendering = std::make_unique<BookRendering>(ready.script, ready.profile, ready.options,
                                                     std::move(plan), book.reporter);
    return true;
  }

  BookInWork& Find(const BookRendering& rendering) {
    auto book = open_.begin();
    while (book->rendering.get() != &rendering) ++book;
    return *book;
  }

  void Fail(BookInWork& book, const std::string& reason) {
    book.outcome.reason = reason;
    Finish(book, BatchOutcome::State::kFailed);
  }

  void Finish(BookInWork& book, BatchOutcome::State state) {
    book.rendering.reset();  // what is not whole is gone before anybody hears of it
    book.outcome.state = state;
    calls_.finished(book.outcome);
    open_.remove_if([&](const BookInWork& other) { return &other == &book; });
  }

  const std::vector<BatchBook>& books_;
  const BatchCalls& calls_;
  Reporter& reporter_;
  std::list<BookInWork> open_;
  std::size_t next_ = 0;
};

}  // namespace

void RenderBatch(const std::vector<BatchBook>& books, std::size_t workers, const BatchCalls& calls,
                 Reporter& reporter) {
  WorkerPool pool = MakeRenderWorkers(workers);
  Batch batch(books, calls, reporter);
  BookQueue queue;
  queue.open = [&] { return batch.Open(); };
  queue.close_whole = [&](BookRendering& book) { batch.CloseWhole(book); };
  queue.close_failed = [&](BookRendering& book, const std::string& reason) {
    batch.CloseFailed(book, reason);
  };
  RenderBooks(pool, queue);
}

}  // namespace fullcast
