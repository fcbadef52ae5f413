// Many books in one run.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "audio/profile.h"
#include "core/cast.h"
#include "core/script.h"
#include "produce/rendering/batch_list.h"
#include "produce/rendering/render.h"
#include "produce/reporter.h"

namespace fullcast {

/// What Render() is given.
struct ReadyBook {
  Script script;
  Cast cast;
  Profile profile;
  RenderOptions options;
};

/// What became of a book.
struct BatchOutcome {
  enum class State {
    kDone,
    kSkipped,  ///< its audiobook was up to date
    kFailed,
  };
  State state = State::kFailed;
  std::size_t number = 0;  ///< index in the list of books
  BatchBook book;
  ReadyBook ready;      ///< unless it failed before it was
  std::string reason;   ///< of a failure
  RenderReport report;  ///< of a book that is done; of one that is skipped what the store remembers
};

/// What a batch asks its caller for.
struct BatchCalls {
  /// Reads, annotates and casts a book. Throws Error.
  std::function<ReadyBook(const BatchBook&, Reporter&)> prepare;

  /// Is told of every book when it is finished.
  std::function<void(const BatchOutcome&)> finished;
};

/// Renders the books with one pool of workers, and goes on when one fails. Messages and progress
/// name the book; notes are left out. Throws Interrupted at Ctrl-C, Error when no book can go on.
void RenderBatch(const std::vector<BatchBook>& books, std::size_t workers, const BatchCalls& calls,
                 Reporter& reporter);

}  // namespace fullcast
