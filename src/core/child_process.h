// What all processes have in common that this program forks.
#pragma once

#include <sys/types.h>

namespace fullcast {

/// Called first in a child of `parent`: it will be killed when its parent ends, however that is.
void EndWithParent(pid_t parent);

/// Closes all files of this process but the standard ones and this one. A child has those of its
/// parent, whose locks and open ends would outlive it.
void CloseFilesBut(int kept);

/// Waits for the end of a child; how it ended comes back, as from waitpid().
int WaitForEnd(pid_t child);

/// Kills a child, and waits for its end.
int Kill(pid_t child);

}  // namespace fullcast
