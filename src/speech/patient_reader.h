// Reading what another process may never write.
#pragma once

#include <chrono>
#include <cstddef>

namespace fullcast {

/// Reads from a pipe or a socket, and gives up after `patience` without a byte, not counting time
/// in which this process was stopped.
class PatientReader {
 public:
  PatientReader(int fd, std::chrono::seconds patience) : fd_(fd), patience_(patience) {}

  /// False at the end of what is written, and when it gave up. Throws Interrupted when the user
  /// asks to stop.
  bool Read(void* data, std::size_t size);

  [[nodiscard]] bool gave_up() const { return gave_up_; }

 private:
  bool WaitForInput();

  int fd_;
  std::chrono::seconds patience_;
  bool gave_up_ = false;
};

}  // namespace fullcast
