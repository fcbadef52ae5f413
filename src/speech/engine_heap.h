// The heap of the program fullcast-engine, all of which lies in one stretch of memory.
#pragma once

#include <cstddef>
#include <span>

namespace fullcast {

/// All that malloc() has given out in this process, with what it needs to go on, in whole pages:
/// who puts these bytes back as they were, and fills with zeros what has come behind them since,
/// has put the heap back. Empty in a build with sanitizers, which have a heap of their own.
std::span<std::byte> EngineHeap();

}  // namespace fullcast
