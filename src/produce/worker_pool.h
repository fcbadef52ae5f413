// Processes that work side by side on numbered jobs.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace fullcast {

/// Workers are forks of this process: they see what it held when the pool was made, so a job is no
/// more than a number, and its result a string of bytes. (Processes, not threads: eSpeak NG has one
/// state a process, and a crash must cost no more than a job.)
///
/// The process that owns a pool has no threads.
class WorkerPool {
 public:
  /// What a worker does with a job.
  using Work = std::function<std::string(std::size_t job)>;

  struct Result {
    std::size_t job = 0;
    std::string bytes;
  };

  /// Starts the workers; each calls `start` once and then what it gave for every job. Throws Error.
  WorkerPool(std::size_t workers, std::function<Work()> start);

  /// Kills the workers, whatever they are doing.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  [[nodiscard]] bool HasIdleWorker() const;

  /// Whether a job was submitted that has not come back.
  [[nodiscard]] bool IsBusy() const;

  /// Gives a job to an idle worker; there must be one.
  void Submit(std::size_t job);

  /// Waits for any job that was submitted to be done; there must be one. A job whose worker dies is
  /// given to a new worker once. Throws Error if that dies, too, and with the message of an Error
  /// that the job threw; Interrupted at Ctrl-C.
  Result Wait();

 private:
  struct Worker {
    pid_t pid = -1;
    int socket = -1;
    bool busy = false;
    std::size_t job = 0;
    std::string received;
  };

  void Start(Worker& worker);
  void Stop(Worker& worker) const;
  void Send(Worker& worker, std::size_t job);
  bool Receive(Worker& worker);
  void Restart(Worker& worker);

  std::function<Work()> start_;
  std::vector<Worker> workers_;
  std::vector<std::size_t> retried_;  // jobs that have cost a worker
};

}  // namespace fullcast
