#include "speech/server_process.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <exception>
#include <utility>

#include "core/child_process.h"
#include "core/error.h"

namespace fullcast {
namespace {

void BeSilent() {
  const Descriptor null(open("/dev/null", O_WRONLY | O_CLOEXEC));
  if (null.get() < 0) _exit(1);
  dup2(null.get(), STDOUT_FILENO);
  dup2(null.get(), STDERR_FILENO);
}

[[noreturn]] void Serve(pid_t parent, int socket, const std::function<void(int)>& serve) {
  EndWithParent(parent);
  // Ctrl-C on a terminal reaches the whole group; the parent decides what it means.
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGTERM, SIG_DFL);
  std::signal(SIGPIPE, SIG_IGN);
  CloseFilesBut(socket);
  BeSilent();
  try {
    serve(socket);
  } catch (const std::exception&) {
    _exit(1);
  }
  _exit(0);
}

}  // namespace

ServerProcess::ServerProcess(const std::function<void(int socket)>& serve) {
  constexpr const char* kFailed = "starting a process for the speech engine";
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    throw SystemError(kFailed);
  }
  socket_ = Descriptor(ends[0]);
  const Descriptor other_end(ends[1]);
  const pid_t parent = getpid();
  pid_ = fork();
  if (pid_ < 0) throw SystemError(kFailed);
  if (pid_ == 0) Serve(parent, other_end.get(), serve);
}

ServerProcess::~ServerProcess() { Kill(); }

ServerProcess::ServerProcess(ServerProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), socket_(std::move(other.socket_)) {}

ServerProcess& ServerProcess::operator=(ServerProcess&& other) noexcept {
  if (this == &other) return *this;
  Kill();
  pid_ = std::exchange(other.pid_, -1);
  socket_ = std::move(other.socket_);
  return *this;
}

int ServerProcess::End() {
  socket_.Close();
  return pid_ < 0 ? 0 : WaitForEnd(std::exchange(pid_, -1));
}

void ServerProcess::Kill() {
  socket_.Close();
  if (pid_ >= 0) fullcast::Kill(std::exchange(pid_, -1));
}

}  // namespace fullcast
