// What all processes have in common that this program forks.
#pragma once

#include <sys/types.h>

#include <vector>

namespace fullcast {

/// Called first in a child of `parent`: it will be killed when its parent ends, however that is.
void EndWithParent(pid_t parent);

/// Closes all files of this process but the standard ones and this one. A child has those of its
/// parent, whose locks and open ends would outlive it.
void CloseFilesBut(int kept);

/// Numbers of the cores that this process may run on; none if the system does not tell.
std::vector<int> AllowedCores();

/// From now on this process, and what it starts, runs on this one alone; as before if the system
/// does not let it.
void StayOnCore(int core);

/// Waits for the end of a child; how it ended comes back, as from waitpid().
int WaitForEnd(pid_t child);

/// Kills a child, and waits for its end.
int Kill(pid_t child);

}  // namespace fullcast
