// A process that keeps an engine as it was made, and is forked for each utterance.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <optional>

#include "core/descriptor.h"
#include "speech/synthesizer.h"

namespace fullcast {

/// What a child may use for one utterance.
struct ForkLimits {
  std::chrono::seconds cpu{20};         ///< some hundred times what an utterance takes
  std::chrono::seconds wall{600};       ///< without a sign of life; load must never reach it
  std::size_t memory_bytes = 1U << 29;  ///< beyond what the process has that made the engine
};

/// A fork of this process that does nothing but fork: it stays as small as it began, where this one
/// mixes and encodes. (A fork write-protects all memory of the process that is forked, which pays
/// for that with a page fault for every page it writes to afterwards.)
///
/// It keeps no file of this process open but the standard ones, and ends with it.
class EngineProcess {
 public:
  /// `address_space` is what a child may have in all. Throws Error if no process can be started.
  EngineProcess(Synthesizer& engine, const ForkLimits& limits, std::size_t address_space);

  /// Ends it, with the child that speaks.
  ~EngineProcess();
  EngineProcess(const EngineProcess&) = delete;
  EngineProcess& operator=(const EngineProcess&) = delete;

  /// Lets a child speak, which writes its Speech to this pipe (see ReceiveSpeech()). False if the
  /// process is gone.
  bool Speak(const Utterance& utterance, int pipe);

  /// Waits until that child has ended, and says how, as waitpid() does; nothing if the process
  /// itself is gone, or says nothing for as long as we wait. Throws Interrupted.
  std::optional<int> WaitForChild();

 private:
  pid_t pid_ = -1;
  Descriptor socket_;
  std::chrono::seconds patience_;
};

}  // namespace fullcast
