// A process that answers what it is asked over a socket.
#pragma once

#include <sys/types.h>

#include <functional>

#include "core/descriptor.h"

namespace fullcast {

/// A fork of this process, as small as this one is now. It keeps no file of this process open but
/// the standard ones, says nothing on them, and ends with this process.
class ServerProcess {
 public:
  /// `serve` gets the other end of the socket; the process ends when it returns or throws. Throws
  /// Error if no process can be started.
  explicit ServerProcess(const std::function<void(int socket)>& serve);

  /// Kills it.
  ~ServerProcess();
  ServerProcess(ServerProcess&& other) noexcept;
  ServerProcess& operator=(ServerProcess&& other) noexcept;

  [[nodiscard]] int socket() const { return socket_.get(); }

  /// Asks no more, and waits until it has ended with all that it started, whose processor time then
  /// counts as this process's. How it ended comes back, as from waitpid().
  int End();

  /// Ends it at once.
  void Kill();

 private:
  pid_t pid_ = -1;  // -1: it was ended
  Descriptor socket_;
};

}  // namespace fullcast
