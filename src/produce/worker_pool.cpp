#include "produce/worker_pool.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <new>
#include <utility>

#include "core/error.h"
#include "core/interrupt.h"

namespace fullcast {

namespace {

// Ahead of every result on a worker's socket. Both ends are the same program: no byte order.
struct ResultHeader {
  std::uint64_t bytes = 0;
  std::uint64_t failed = 0;  // the bytes are an Error's message
};

bool WriteAll(int socket, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t written = send(socket, bytes, size, MSG_NOSIGNAL);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

bool ReadAll(int socket, char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t got = read(socket, bytes, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool SendResult(int socket, const std::string& bytes, bool failed) {
  const ResultHeader header{bytes.size(), failed ? 1U : 0U};
  return WriteAll(socket, reinterpret_cast<const char*>(&header), sizeof header) &&
         WriteAll(socket, bytes.data(), bytes.size());
}

// A worker's life: jobs until the socket closes.
void Serve(int socket, const std::function<WorkerPool::Work()>& start) {
  WorkerPool::Work work;
  std::uint64_t job = 0;
  while (ReadAll(socket, reinterpret_cast<char*>(&job), sizeof job)) {
    bool sent = false;
    try {
      if (!work) work = start();
      sent = SendResult(socket, work(static_cast<std::size_t>(job)), false);
    } catch (const std::bad_alloc&) {
      sent = SendResult(socket, "out of memory", true);
    } catch (const std::exception& error) {
      sent = SendResult(socket, error.what(), true);
    }
    if (!sent) return;
  }
}

std::string HowItEnded(int status) {
  if (WIFSIGNALED(status)) return std::string("killed by signal: ") + strsignal(WTERMSIG(status));
  return "ended with status " + std::to_string(WEXITSTATUS(status));
}

}  // namespace

WorkerPool::WorkerPool(std::size_t workers, std::function<Work()> start)
    : start_(std::move(start)), workers_(std::max<std::size_t>(workers, 1)) {
  try {
    for (Worker& worker : workers_) Start(worker);
  } catch (...) {
    for (Worker& worker : workers_) Stop(worker);
    throw;
  }
}

WorkerPool::~WorkerPool() {
  for (Worker& worker : workers_) Stop(worker);
}

bool WorkerPool::HasIdleWorker() const {
  return std::any_of(workers_.begin(), workers_.end(),
                     [](const Worker& worker) { return !worker.busy; });
}

bool WorkerPool::IsBusy() const {
  return std::any_of(workers_.begin(), workers_.end(),
                     [](const Worker& worker) { return worker.busy; });
}

void WorkerPool::Submit(std::size_t job) {
  const auto idle = std::find_if(workers_.begin(), workers_.end(),
                                 [](const Worker& worker) { return !worker.busy; });
  assert(idle != workers_.end());
  Send(*idle, job);
}

WorkerPool::Result WorkerPool::Wait() {
  for (;;) {
    ThrowIfInterrupted();
    std::vector<pollfd> sockets;
    for (const Worker& worker : workers_) {
      sockets.push_back({worker.busy ? worker.socket : -1, POLLIN, 0});
    }
    // The time-out is for a signal that arrives between the check above and the call.
    constexpr int kWakeUpMs = 500;
    if (poll(sockets.data(), sockets.size(), kWakeUpMs) < 0 && errno != EINTR) {
      throw SystemError("waiting for worker processes");
    }
    for (std::size_t i = 0; i < workers_.size(); ++i) {
      Worker& worker = workers_[i];
      if (sockets[i].revents == 0 || !Receive(worker)) continue;
      ResultHeader header;
      std::memcpy(&header, worker.received.data(), sizeof header);
      Result result{worker.job, worker.received.substr(sizeof header)};
      worker.busy = false;
      worker.received.clear();
      if (header.failed != 0) throw Error(result.bytes);
      return result;
    }
  }
}

void WorkerPool::Start(Worker& worker) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    throw SystemError("cannot start a worker process");
  }
  const pid_t parent = getpid();
  const pid_t pid = fork();
  if (pid < 0) {
    const Error error = SystemError("cannot start a worker process");
    close(ends[0]);
    close(ends[1]);
    throw error;
  }
  if (pid == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);  // never outlive the run, however it ends
    if (getppid() != parent) _exit(1);
    // Ctrl-C on a terminal reaches the whole group; the parent decides what it means.
    std::signal(SIGINT, SIG_IGN);
    std::signal(SIGTERM, SIG_DFL);
    close(ends[0]);
    for (const Worker& other : workers_) {
      if (other.socket >= 0) close(other.socket);
    }
    Serve(ends[1], start_);
    _exit(0);
  }
  close(ends[1]);
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  worker = Worker{};
  worker.pid = pid;
  worker.socket = ends[0];
}

void WorkerPool::Stop(Worker& worker) const {
  if (worker.pid < 0) return;
  close(worker.socket);
  kill(worker.pid, SIGKILL);
  while (waitpid(worker.pid, nullptr, 0) < 0 && errno == EINTR) {
  }
  worker = Worker{};
}

void WorkerPool::Send(Worker& worker, std::size_t job) {
  worker.busy = true;
  worker.job = job;
  const std::uint64_t number = job;
  // A worker that died idle shows when its result is waited for.
  WriteAll(worker.socket, reinterpret_cast<const char*>(&number), sizeof number);
}

// Reads what has arrived; true when the result is whole.
bool WorkerPool::Receive(Worker& worker) {
  constexpr std::size_t kChunkBytes = 1 << 16;
  for (;;) {
    const std::size_t size = worker.received.size();
    worker.received.resize(size + kChunkBytes);
    const ssize_t got = read(worker.socket, worker.received.data() + size, kChunkBytes);
    worker.received.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && errno == EAGAIN) break;
    if (got <= 0) {
      Restart(worker);
      return false;
    }
  }
  ResultHeader header;
  if (worker.received.size() < sizeof header) return false;
  std::memcpy(&header, worker.received.data(), sizeof header);
  return worker.received.size() == sizeof header + header.bytes;
}

// The worker is gone: a new one gets its job, once.
void WorkerPool::Restart(Worker& worker) {
  const std::size_t job = worker.job;
  int status = 0;
  kill(worker.pid, SIGKILL);
  while (waitpid(worker.pid, &status, 0) < 0 && errno == EINTR) {
  }
  close(worker.socket);
  worker = Worker{};
  if (std::find(retried_.begin(), retried_.end(), job) != retried_.end()) {
    throw Error("a worker process died twice at the same work, the last time " +
                HowItEnded(status));
  }
  retried_.push_back(job);
  Start(worker);
  Send(worker, job);
}

}  // namespace fullcast
