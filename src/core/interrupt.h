// Ctrl-C and SIGTERM, noticed where it is safe to stop.
#pragma once

namespace fullcast {

/// Makes SIGINT and SIGTERM raise a flag (and interrupt blocking calls) instead of ending the
/// process. A second one, more than half a second later, ends it at once.
void CatchInterrupts();

/// Gives SIGINT and SIGTERM their default effect back, for a child process.
void ReleaseInterrupts();

/// The signal that was caught, or 0.
int InterruptSignal();

/// Throws Interrupted if a signal was caught.
void ThrowIfInterrupted();

}  // namespace fullcast
