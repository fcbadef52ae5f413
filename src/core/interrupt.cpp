#include "core/interrupt.h"

#include <csignal>
#include <ctime>

#include "core/error.h"

namespace fullcast {

namespace {

// A signal handler can reach nothing but a global.
volatile std::sig_atomic_t caught_signal = 0;

// In tenths of a second, of the first signal.
volatile std::sig_atomic_t caught_at = 0;

std::sig_atomic_t TenthsNow() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<std::sig_atomic_t>(now.tv_sec * 10 + now.tv_nsec / 100'000'000);
}

// A second signal ends the process at once, for users who don't want to wait. One that comes
// together with the first is the same request: timeout(1) signals a process and then its group.
void Catch(int signal) {
  constexpr std::sig_atomic_t kSameRequestTenths = 5;
  if (caught_signal == 0) {
    caught_at = TenthsNow();
    caught_signal = signal;
  } else if (TenthsNow() - caught_at > kSameRequestTenths) {
    ReleaseInterrupts();
    raise(signal);
  }
}

void SetHandlers(void (*handler)(int), int flags) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

}  // namespace

void CatchInterrupts() { SetHandlers(Catch, 0); }

void ReleaseInterrupts() { SetHandlers(SIG_DFL, 0); }

int InterruptSignal() { return caught_signal; }

void ThrowIfInterrupted() {
  if (caught_signal != 0) throw Interrupted("interrupted");
}

}  // namespace fullcast
