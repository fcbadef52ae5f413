// Calls that find nothing on the stack.
#pragma once

#include <functional>

namespace fullcast {

/// Runs `call`, which must not throw, on a stack that is all zeros, and waits for its end: what was
/// called before can't be told from what lies there. (eSpeak NG reads memory that it has not set;
/// it was seen to on the heap, and nobody knows that it does not here.) Throws Error if there is no
/// memory for a stack. One call at a time.
void OnFreshStack(const std::function<void()>& call);

}  // namespace fullcast
