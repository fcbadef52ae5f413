// Many books, one pool of workers.
#pragma once

#include <functional>
#include <string>

#include "produce/pieces/worker_pool.h"
#include "produce/rendering/book_rendering.h"

namespace fullcast {

/// The books to be rendered, and what becomes of them. Books are only lent: one that was opened is
/// used until it is closed by one of the last two.
struct BookQueue {
  /// The next book; nullptr when there is none.
  std::function<BookRendering*()> open;

  /// All pieces of this book are in its file, which waits for Finish().
  std::function<void(BookRendering&)> close_whole;

  /// This book can't be completed.
  std::function<void(BookRendering&, const std::string& reason)> close_failed;
};

/// Workers whose jobs are serialized RenderJobs. Gives memory back first, which they would inherit.
WorkerPool MakeRenderWorkers(std::size_t workers);

/// Renders all books. Each worker gets a piece of the oldest book that has one to give; so the next
/// book is opened when one's last pieces leave workers idle. Throws Interrupted at Ctrl-C, and
/// whatever the queue's functions throw. The workers have ended when the last book is closed.
void RenderBooks(WorkerPool& pool, const BookQueue& queue);

}  // namespace fullcast
