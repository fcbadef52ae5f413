// What the program's end says.
#pragma once

namespace fullcast {

enum ExitCode : int {
  kDone = 0,
  kFailed = 1,
  kUsage = 2,
  kDefects = 3,      ///< done, but some text could not be spoken, or a check failed
  kSignalled = 128,  ///< plus the signal's number
};

}  // namespace fullcast
