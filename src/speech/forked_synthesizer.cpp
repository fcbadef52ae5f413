#include "speech/forked_synthesizer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <fstream>
#include <utility>

#include "core/error.h"
#include "core/interrupt.h"
#include "speech/speech_pipe.h"

namespace fullcast {
namespace {

// Some seconds of sound, so that the child need not wait for its parent.
constexpr int kPipeBytes = 1 << 20;

// Owns a file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { Close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }
  void Close() {
    if (fd_ >= 0) close(std::exchange(fd_, -1));
  }

 private:
  int fd_;
};

// Owns a child process: it is ended and reaped, whatever happens in the parent.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid) {}
  ~Child() {
    if (pid_ <= 0) return;
    Kill();
    Wait();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  void Kill() const { kill(pid_, SIGKILL); }

  int Wait() {
    int status = 0;
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return status;
  }

 private:
  pid_t pid_;
};

void SetLimit(decltype(RLIMIT_CPU) resource, rlim_t soft, rlim_t hard) {
  const rlimit limit{soft, hard};
  setrlimit(resource, &limit);
}

rlim_t AddressSpaceBytes() {
  std::ifstream statm("/proc/self/statm");
  rlim_t pages = 0;
  if (!(statm >> pages)) throw SystemError("reading /proc/self/statm");
  return pages * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
}

// The child must die of what kills it, quietly, and not outlive its parent.
void BecomeChild(pid_t parent, const ForkLimits& limits, rlim_t address_space, int null_fd) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);
  prctl(PR_SET_DUMPABLE, 0);
  for (const int number : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU, SIGABRT, SIGSEGV, SIGBUS,
                           SIGFPE, SIGILL, SIGTRAP}) {
    std::signal(number, SIG_DFL);
  }
  std::signal(SIGPIPE, SIG_IGN);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  dup2(null_fd, STDOUT_FILENO);
  dup2(null_fd, STDERR_FILENO);
  const auto cpu = static_cast<rlim_t>(limits.cpu.count());
  SetLimit(RLIMIT_CPU, cpu, cpu + 1);  // at the soft limit SIGXCPU, which tells us why
  SetLimit(RLIMIT_AS, address_space, address_space);
}

std::string DescribeDeath(int status, const ForkLimits& limits) {
  if (!WIFSIGNALED(status)) return "the engine ended without a result";
  const int signal_number = WTERMSIG(status);
  if (signal_number == SIGXCPU) {
    return fmt::format("the engine was still busy after {} s of CPU time", limits.cpu.count());
  }
  return fmt::format("the engine crashed (signal {}, {})", signal_number,
                     sigdescr_np(signal_number));
}

Speech Defective(std::string reason, bool may_pass) {
  Speech speech;
  speech.defect = std::move(reason);
  speech.may_pass = may_pass;
  return speech;
}

// Whether somebody allows this process less than a child needs: the engine crashes then, too.
bool MemoryIsShort(rlim_t address_space) {
  rlimit limit{};
  return getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur < address_space;
}

}  // namespace

ForkedSynthesizer::ForkedSynthesizer(std::unique_ptr<Synthesizer> engine, ForkLimits limits)
    : engine_(std::move(engine)),
      limits_(limits),
      address_space_(AddressSpaceBytes() + limits.memory_bytes),
      null_fd_(open("/dev/null", O_WRONLY | O_CLOEXEC)) {
  if (null_fd_ < 0) throw SystemError("opening /dev/null");
}

ForkedSynthesizer::~ForkedSynthesizer() { close(null_fd_); }

void ForkedSynthesizer::RunChild(const Utterance& utterance, int result_fd) {
  bool sent = false;
  try {
    sent = SendSpeech(result_fd, engine_->Speak(utterance));
  } catch (const Error& error) {
    sent = SendError(result_fd, error.what());
  } catch (const std::exception& error) {
    sent =
        SendSpeech(result_fd, Defective(fmt::format("the engine failed: {}", error.what()), true));
  }
  _exit(sent ? 0 : 1);
}

Speech ForkedSynthesizer::Speak(const Utterance& utterance) {
  constexpr int kMostChildren = 3;
  for (int child = 0; child < kMostChildren; ++child) {
    if (std::optional<Speech> speech = SpeakOnce(utterance)) return std::move(*speech);
  }
  throw Error(
      "the speech engine is killed again and again; perhaps memory is short, and fewer "
      "--jobs take less");
}

std::optional<Speech> ForkedSynthesizer::SpeakOnce(const Utterance& utterance) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw SystemError("making a pipe to the speech engine");
  Descriptor read_end(ends[0]);
  Descriptor write_end(ends[1]);
  fcntl(ends[1], F_SETPIPE_SZ, kPipeBytes);  // only for speed
  const pid_t parent = getpid();
  const pid_t pid = fork();
  if (pid < 0) throw SystemError("starting a process for the speech engine");
  if (pid == 0) {
    BecomeChild(parent, limits_, address_space_, null_fd_);
    RunChild(utterance, write_end.get());
  }
  Child child(pid);
  write_end.Close();

  Received received = ReceiveSpeech(read_end.get(), limits_.wall);
  if (received.state == Received::State::kWhole) return std::move(received.speech);
  if (received.state == Received::State::kQuiet) {
    return Defective(fmt::format("the engine stood still for {} s", limits_.wall.count()), true);
  }
  read_end.Close();
  const int status = child.Wait();
  ThrowIfInterrupted();
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) return std::nullopt;
  const bool may_pass = !WIFSIGNALED(status) || MemoryIsShort(address_space_);
  return Defective(DescribeDeath(status, limits_), may_pass);
}

}  // namespace fullcast
