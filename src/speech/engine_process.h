// A process that keeps an engine as it was made, and lets it speak.
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
  /// Throws Error if no process can be started.
  EngineProcess(const ServeEngine& serve, const UtteranceLimits& limits);

  /// Ends it in peace; it must have nothing to do. (The destructor kills it.)
  void End() { process_.End(); }

  /// Lets a child speak, which writes its Speech to this pipe (see ReceiveSpeech()). False if the
  /// process is gone. Throws Error if it has no engine, and Interrupted.
  bool Speak(const Utterance& utterance, int pipe);

  /// Waits until that child has ended; nothing if the process itself is gone, or says nothing for
  /// as long as we wait. Throws Interrupted.
  std::optional<ServerAnswer> WaitForChild();

 private:
  std::optional<ServerAnswer> NextAnswer();

  ServerProcess process_;
  bool is_ready_ = false;
  std::chrono::seconds patience_;
};

}  // namespace fullcast
