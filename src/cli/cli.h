// The command line.
#pragma once

namespace fullcast {

/// Parses the arguments, runs the command, tells what went wrong. Returns the exit code: 0 done, 1
/// failed, 2 wrong usage, 3 done with listed defects, 128 + signal when stopped by one.
int RunCli(int argc, char** argv);

}  // namespace fullcast
