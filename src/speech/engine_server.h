// The life of a process that holds an engine.
#pragma once

#include <sys/resource.h>

#include <chrono>
#include <cstddef>

#include "speech/engine.h"

namespace fullcast {

/// What a child may use for one utterance.
struct ForkLimits {
  std::chrono::seconds cpu{20};         ///< some hundred times what an utterance takes
  std::chrono::seconds wall{600};       ///< without a sign of life; load must never reach it
  std::size_t memory_bytes = 1U << 29;  ///< beyond what the process has that made the engine
};

/// Lets a child speak each Utterance that comes over the socket with a pipe: the child writes its
/// Speech there (see speech_pipe.h), and how it ended, as waitpid() says it, is answered. Returns
/// when nobody asks any more.
///
/// The child is forked of a process that has loaded the utterance's voice and has never spoken. A
/// few of them wait, since a voice takes longer to load than a word to speak. `address_space` is
/// what a child may have in all.
void ServeUtterances(int socket, Engine& engine, const ForkLimits& limits, rlim_t address_space);

}  // namespace fullcast
