#include "core/interrupt.h"

#include <csignal>

#include "core/error.h"

namespace fullcast {

namespace {

// A signal handler can reach nothing but a global.
volatile std::sig_atomic_t caught_signal = 0;

void Catch(int signal) { caught_signal = signal; }

void SetHandlers(void (*handler)(int), int flags) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

}  // namespace

void CatchInterrupts() { SetHandlers(Catch, static_cast<int>(SA_RESETHAND)); }

void ReleaseInterrupts() { SetHandlers(SIG_DFL, 0); }

int InterruptSignal() { return caught_signal; }

void ThrowIfInterrupted() {
  if (caught_signal != 0) throw Interrupted("interrupted");
}

}  // namespace fullcast
