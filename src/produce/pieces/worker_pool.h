// Processes that work side by side.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fullcast {

/// Workers are forks of this process, each made for its first job; a job and its result are strings
/// of bytes. (Processes, not threads: eSpeak NG has one state a process, and a crash must cost no
/// more than a job.)
///
/// Where there are as many workers as cores, each stays on one, with all that it starts: it waits
/// for its engine while that speaks, and the system, which moves the one of them that begins to the
/// other's core too late or in vain, would leave a core idle meanwhile.
///
/// The process that owns a pool has no threads, and ignores SIGPIPE from then on.
class WorkerPool {
 public:
  /// What a worker does with a job.
  using Work = std::function<std::string(std::string_view job)>;

  /// Which job a result belongs to.
  using Ticket = std::size_t;

  struct Result {
    Ticket ticket = 0;
    bool failed = false;
    std::string bytes;  ///< of a failed job the reason, for the user
  };

  /// Each worker calls `start` once and then what it gave for every job.
  WorkerPool(std::size_t workers, std::function<Work()> start);

  /// Kills the workers, whatever they are doing.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  [[nodiscard]] std::size_t size() const { return workers_.size(); }

  [[nodiscard]] bool HasIdleWorker() const;

  /// Whether a job was submitted that has not come back.
  [[nodiscard]] bool IsBusy() const;

  /// Gives a job to an idle worker; there must be one. Throws Error if it can't be started.
  Ticket Submit(std::string job);

  /// Waits for any job that was submitted to be done; there must be one. A job whose worker dies is
  /// given to a new worker once, and has failed if that dies, too. A job that threw has failed with
  /// the exception's message. Throws Error when no new worker can be started; Interrupted at
  /// Ctrl-C.
  Result Wait();

  /// Lets the workers end, which must all be idle, and waits for it; a job that comes later makes
  /// new ones.
  void EndWorkers();

 private:
  struct Worker {
    pid_t pid = -1;
    int socket = -1;
    bool busy = false;
    bool retrying = false;  // the job has cost a worker before
    Ticket ticket = 0;
    std::string job;
    std::string received;            // the bytes of a result, as long as they will be
    std::size_t received_bytes = 0;  // of them
  };

  /// How far a worker's result has come.
  enum class Arrival { kPartly, kWhole, kWorkerDied };

  void Start(std::size_t number);
  static int Stop(Worker& worker);
  static void End(Worker& worker);
  static void Send(const Worker& worker);
  static Arrival Receive(Worker& worker);
  static Result TakeResult(Worker& worker);
  bool Retry(std::size_t number, Result& result);

  std::function<Work()> start_;
  std::vector<Worker> workers_;
  std::vector<int> cores_;  // of each worker; or none
  Ticket last_ticket_ = 0;
};

}  // namespace fullcast
