#include "speech/engine_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <array>
#include <csignal>
#include <exception>
#include <string>
#include <utility>

#include "core/bytes.h"
#include "core/child_process.h"
#include "core/error.h"
#include "core/file.h"
#include "speech/descriptor_socket.h"
#include "speech/patient_reader.h"
#include "speech/speech_pipe.h"
#include "speech/utterance_bytes.h"

namespace fullcast {
namespace {

void BeSilent() {
  const Descriptor null(open("/dev/null", O_WRONLY | O_CLOEXEC));
  if (null.get() < 0) _exit(1);
  dup2(null.get(), STDOUT_FILENO);
  dup2(null.get(), STDERR_FILENO);
}

void SetLimit(decltype(RLIMIT_CPU) resource, rlim_t soft, rlim_t hard) {
  const rlimit limit{soft, hard};
  setrlimit(resource, &limit);
}

// The child must die of what kills it, quietly, and not outlive its parent.
void BecomeChild(pid_t parent, const ForkLimits& limits, rlim_t address_space) {
  EndWithParent(parent);
  prctl(PR_SET_DUMPABLE, 0);
  for (const int number : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU, SIGABRT, SIGSEGV, SIGBUS,
                           SIGFPE, SIGILL, SIGTRAP}) {
    std::signal(number, SIG_DFL);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  const auto cpu = static_cast<rlim_t>(limits.cpu.count());
  SetLimit(RLIMIT_CPU, cpu, cpu + 1);  // at the soft limit SIGXCPU, which tells us why
  SetLimit(RLIMIT_AS, address_space, address_space);
}

Speech Failed(const std::exception& error) {
  Speech speech;
  speech.defect = fmt::format("the engine failed: {}", error.what());
  speech.may_pass = true;
  return speech;
}

[[noreturn]] void SpeakAndExit(Synthesizer& engine, std::string_view bytes, int pipe) {
  bool sent = false;
  try {
    ByteReader reader(bytes);
    sent = SendSpeech(pipe, engine.Speak(GetUtterance(reader)));
  } catch (const Error& error) {
    sent = SendError(pipe, error.what());
  } catch (const std::exception& error) {
    sent = SendSpeech(pipe, Failed(error));
  }
  _exit(sent ? 0 : 1);
}

// The process' life: an utterance, a child, and how it ended, until nobody asks any more.
[[noreturn]] void Serve(int socket, Synthesizer& engine, const ForkLimits& limits,
                        rlim_t address_space) {
  const pid_t self = getpid();
  MessageWithDescriptor request;
  while (ReceiveWithDescriptor(socket, request)) {
    const pid_t pid = fork();
    if (pid < 0) break;
    if (pid == 0) {
      BecomeChild(self, limits, address_space);
      SpeakAndExit(engine, request.bytes, request.descriptor.get());
    }
    request.descriptor.Close();  // or the pipe would not end with the child
    const int status = WaitForEnd(pid);
    if (!WriteAll(socket, {reinterpret_cast<const char*>(&status), sizeof status})) break;
  }
  _exit(0);
}

}  // namespace

EngineProcess::EngineProcess(Synthesizer& engine, const ForkLimits& limits,
                             std::size_t address_space)
    : patience_(limits.wall) {
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
  if (pid_ == 0) {
    EndWithParent(parent);
    // Ctrl-C on a terminal reaches the whole group; the parent decides what it means.
    std::signal(SIGINT, SIG_IGN);
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGPIPE, SIG_IGN);
    CloseFilesBut(other_end.get());
    BeSilent();
    Serve(other_end.get(), engine, limits, address_space);
  }
}

EngineProcess::~EngineProcess() { Kill(pid_); }

bool EngineProcess::Speak(const Utterance& utterance, int pipe) {
  ByteWriter writer;
  Put(writer, utterance);
  return SendWithDescriptor(socket_.get(), writer.Take(), pipe);
}

std::optional<int> EngineProcess::WaitForChild() {
  int status = 0;
  if (!PatientReader(socket_.get(), patience_).Read(&status, sizeof status)) return std::nullopt;
  return status;
}

}  // namespace fullcast
