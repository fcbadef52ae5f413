// The life of a process that holds an engine.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "speech/engine.h"

namespace fullcast {

/// What a child may use for one utterance.
struct UtteranceLimits {
  std::chrono::seconds cpu{20};         ///< some hundred times what an utterance takes
  std::chrono::seconds wall{600};       ///< without a sign of life; load must never reach it
  std::size_t memory_bytes = 1U << 29;  ///< beyond what the process has that serves
};

/// Lets a child speak each Utterance that comes over the socket with a pipe: the child writes its
/// Speech there (see speech_pipe.h), and how it ended, as waitpid() says it, is answered. Returns
/// when nobody asks any more.
///
/// The child is forked of a process that has loaded the utterance's voice and has never spoken; or
/// it is that process, if the engine can go back to what it was. A few of them wait, since a voice
/// takes longer to load than a word to speak.
void ServeUtterances(int socket, Engine& engine, const UtteranceLimits& limits);

/// The same with an engine that is known already, or is made in the process that serves.
using ServeEngine = std::function<void(int socket, const UtteranceLimits& limits)>;

/// What ServeUtterances() says first, and the answer to each utterance. Both ends are of one build.
struct ServerAnswer {
  std::uint64_t problem_bytes = 0;   ///< of the text behind this: why there is no engine
  std::int32_t child_status = 0;     ///< as from waitpid()
  std::int32_t memory_is_short = 0;  ///< somebody allows it less than it needs: it may crash, then
};

/// Says in place of ServeUtterances() why there is no engine.
void TellProblem(int socket, const std::string& problem);

}  // namespace fullcast
