#include "speech/patient_reader.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>

#include "core/error.h"
#include "core/interrupt.h"

namespace fullcast {

bool PatientReader::Read(void* data, std::size_t size) {
  auto* bytes = static_cast<char*>(data);
  while (size > 0) {
    if (!WaitForInput()) return false;
    const ssize_t got = read(fd_, bytes, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

// Waits in steps of a second: a signal that came just before poll() is noticed then, and a time in
// which the process was stopped counts as one step.
bool PatientReader::WaitForInput() {
  for (std::chrono::seconds waited{0}; waited < patience_;) {
    ThrowIfInterrupted();
    pollfd entry{fd_, POLLIN, 0};
    const int ready = poll(&entry, 1, 1000);
    if (ready > 0) return true;
    if (ready == 0) waited += std::chrono::seconds{1};
    if (ready < 0 && errno != EINTR) throw SystemError("waiting for the speech engine");
  }
  gave_up_ = true;
  return false;
}

}  // namespace fullcast
