// A process that keeps an engine as it was made, and is forked for each utterance.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

#include "speech/engine_server.h"
#include "speech/server_process.h"
#include "speech/utterance.h"

namespace fullcast {

/// A fork of this process that does nothing but let children speak (see ServeUtterances()): it
/// stays as small as it began, where this one mixes and encodes. (A fork write-protects all memory
/// of the process that is forked, which pays for that with a page fault for every page it writes to
/// afterwards.)
class EngineProcess {
 public:
  /// `address_space` is what a child may have in all. Throws Error if no process can be started.
  EngineProcess(Engine& engine, const ForkLimits& limits, std::size_t address_space);

  /// Ends it in peace; it must have nothing to do. (The destructor kills it.)
  void End() { process_.End(); }

  /// Lets a child speak, which writes its Speech to this pipe (see ReceiveSpeech()). False if the
  /// process is gone.
  bool Speak(const Utterance& utterance, int pipe);

  /// Waits until that child has ended, and says how, as waitpid() does; nothing if the process
  /// itself is gone, or says nothing for as long as we wait. Throws Interrupted.
  std::optional<int> WaitForChild();

 private:
  ServerProcess process_;
  std::chrono::seconds patience_;
};

}  // namespace fullcast
