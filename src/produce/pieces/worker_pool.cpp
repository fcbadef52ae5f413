#include "produce/pieces/worker_pool.h"

#include <poll.h>
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

#include "core/child_process.h"
#include "core/error.h"
#include "core/file.h"
#include "core/interrupt.h"

namespace fullcast {

namespace {

constexpr const char* kMemoryIsShort = "out of memory; fewer --jobs take less";

// Ahead of every job and every result on a worker's socket. Both ends are the same program: no
// byte order.
struct Header {
  std::uint64_t bytes = 0;
  std::uint64_t failed = 0;  // the bytes are a reason
};

bool SendMessage(int socket, const std::string& bytes, bool failed) {
  const Header header{bytes.size(), failed ? 1U : 0U};
  return WriteAll(socket, {reinterpret_cast<const char*>(&header), sizeof header}) &&
         WriteAll(socket, bytes);
}

// A worker's life: jobs until the socket closes.
void Serve(int socket, const std::function<WorkerPool::Work()>& start) {
  WorkerPool::Work work;
  Header header;
  while (ReadAll(socket, &header, sizeof header)) {
    std::string result;
    bool failed = true;
    try {
      std::string job(header.bytes, '\0');
      if (!ReadAll(socket, job.data(), job.size())) return;
      if (!work) work = start();
      result = work(job);
      failed = false;
    } catch (const std::bad_alloc&) {
      result = kMemoryIsShort;
    } catch (const std::exception& error) {
      result = error.what();
    }
    if (!SendMessage(socket, result, failed)) return;
  }
}

std::string HowItEnded(int status) {
  if (!WIFSIGNALED(status)) return "ended with status " + std::to_string(WEXITSTATUS(status));
  std::string how = std::string("killed by signal: ") + strsignal(WTERMSIG(status));
  // What the kernel sends when memory is short.
  if (WTERMSIG(status) == SIGKILL) how += std::string("; perhaps ") + kMemoryIsShort;
  return how;
}

}  // namespace

WorkerPool::WorkerPool(std::size_t workers, std::function<Work()> start)
    : start_(std::move(start)),
      workers_(std::max<std::size_t>(workers, 1)),
      cores_(AllowedCores()) {
  if (cores_.size() != workers_.size()) cores_.clear();
  std::signal(SIGPIPE, SIG_IGN);  // a worker that is gone is noticed when its result is due
}

WorkerPool::~WorkerPool() {
  for (Worker& worker : workers_) Stop(worker);
}

void WorkerPool::EndWorkers() {
  assert(!IsBusy());
  for (Worker& worker : workers_) End(worker);
}

bool WorkerPool::HasIdleWorker() const {
  return std::any_of(workers_.begin(), workers_.end(),
                     [](const Worker& worker) { return !worker.busy; });
}

bool WorkerPool::IsBusy() const {
  return std::any_of(workers_.begin(), workers_.end(),
                     [](const Worker& worker) { return worker.busy; });
}

WorkerPool::Ticket WorkerPool::Submit(std::string job) {
  const auto idle = std::find_if(workers_.begin(), workers_.end(),
                                 [](const Worker& worker) { return !worker.busy; });
  assert(idle != workers_.end());
  if (idle->pid < 0) Start(static_cast<std::size_t>(idle - workers_.begin()));
  idle->busy = true;
  idle->retrying = false;
  idle->ticket = ++last_ticket_;
  idle->job = std::move(job);
  Send(*idle);
  return idle->ticket;
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
      if (sockets[i].revents == 0) continue;
      Worker& worker = workers_[i];
      const Arrival arrival = Receive(worker);
      if (arrival == Arrival::kWhole) return TakeResult(worker);
      Result failure;
      if (arrival == Arrival::kWorkerDied && !Retry(i, failure)) return failure;
    }
  }
}

void WorkerPool::Start(std::size_t number) {
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
    EndWithParent(parent);
    // Ctrl-C on a terminal reaches the whole group; the parent decides what it means.
    std::signal(SIGINT, SIG_IGN);
    std::signal(SIGTERM, SIG_DFL);
    CloseFilesBut(ends[1]);
    if (!cores_.empty()) StayOnCore(cores_[number]);
    Serve(ends[1], start_);
    _exit(0);
  }
  close(ends[1]);
  workers_[number].pid = pid;
  workers_[number].socket = ends[0];
}

// Ends the process; how it ended comes back, as from waitpid().
int WorkerPool::Stop(Worker& worker) {
  if (worker.pid < 0) return 0;
  close(worker.socket);
  const int status = Kill(worker.pid);
  worker.pid = worker.socket = -1;
  return status;
}

// An idle worker ends, and what it has started with it, when nobody can send it jobs any more.
void WorkerPool::End(Worker& worker) {
  if (worker.pid < 0) return;
  close(worker.socket);
  WaitForEnd(worker.pid);
  worker.pid = worker.socket = -1;
}

// A worker that died shows when its result is waited for.
void WorkerPool::Send(const Worker& worker) { SendMessage(worker.socket, worker.job, false); }

// Reads what has arrived: the header, and then so many bytes as it tells of.
WorkerPool::Arrival WorkerPool::Receive(Worker& worker) {
  std::string& bytes = worker.received;
  for (;;) {
    if (worker.received_bytes == bytes.size() && !bytes.empty()) {
      Header header;
      std::memcpy(&header, bytes.data(), sizeof header);
      if (bytes.size() == sizeof header + header.bytes) return Arrival::kWhole;
      bytes.resize(sizeof header + header.bytes);
    }
    if (bytes.empty()) bytes.resize(sizeof(Header));
    const ssize_t got = recv(worker.socket, bytes.data() + worker.received_bytes,
                             bytes.size() - worker.received_bytes, MSG_DONTWAIT);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && errno == EAGAIN) return Arrival::kPartly;
    if (got <= 0) return Arrival::kWorkerDied;
    worker.received_bytes += static_cast<std::size_t>(got);
  }
}

WorkerPool::Result WorkerPool::TakeResult(Worker& worker) {
  Header header;
  std::memcpy(&header, worker.received.data(), sizeof header);
  worker.received.erase(0, sizeof header);
  worker.received_bytes = 0;
  worker.busy = false;
  worker.job.clear();
  return {worker.ticket, header.failed != 0, std::exchange(worker.received, {})};
}

// The worker is gone: a new one gets its job, once. False if that was the second one.
bool WorkerPool::Retry(std::size_t number, Result& result) {
  Worker& worker = workers_[number];
  const int status = Stop(worker);
  worker.received.clear();
  worker.received_bytes = 0;
  Start(number);
  if (!std::exchange(worker.retrying, true)) {
    Send(worker);
    return true;
  }
  worker.busy = false;
  result = {worker.ticket, true,
            "a worker process died twice at the same work, the last time " + HowItEnded(status)};
  return false;
}

}  // namespace fullcast
