#include "speech/engine_server.h"

#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/bytes.h"
#include "core/child_process.h"
#include "core/error.h"
#include "core/file.h"
#include "speech/descriptor_socket.h"
#include "speech/server_process.h"
#include "speech/speech_pipe.h"
#include "speech/utterance_bytes.h"

namespace fullcast {
namespace {

// Few scenes have more speakers; each process has some MB of its own.
constexpr std::size_t kMostVoices = 4;

void SetLimit(decltype(RLIMIT_CPU) resource, rlim_t soft, rlim_t hard) {
  const rlimit limit{soft, hard};
  setrlimit(resource, &limit);
}

std::size_t AddressSpaceBytes() {
  std::ifstream statm("/proc/self/statm");
  std::size_t pages = 0;
  if (!(statm >> pages)) throw SystemError("reading /proc/self/statm");
  return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

// Whether somebody allows this process less than a child needs.
bool MemoryIsShort(rlim_t address_space) {
  rlimit limit{};
  return getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur < address_space;
}

// It must die of what kills it, quietly.
void LetDie(rlim_t address_space) {
  prctl(PR_SET_DUMPABLE, 0);
  for (const int number : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU, SIGABRT, SIGSEGV, SIGBUS,
                           SIGFPE, SIGILL, SIGTRAP}) {
    std::signal(number, SIG_DFL);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  SetLimit(RLIMIT_AS, address_space, address_space);
}

// At this limit SIGXCPU comes, which tells us why.
void LimitTime(const UtteranceLimits& limits) {
  rlimit limit{};
  getrlimit(RLIMIT_CPU, &limit);
  timespec used{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  limit.rlim_cur = static_cast<rlim_t>(used.tv_sec) + static_cast<rlim_t>(limits.cpu.count());
  setrlimit(RLIMIT_CPU, &limit);
}

Speech Failed(const std::exception& error) {
  Speech speech;
  speech.defect = fmt::format("the engine failed: {}", error.what());
  speech.may_pass = true;
  return speech;
}

// `voice_error`: why its voice could not be loaded. False if nobody listens.
bool SpeakOne(Engine& engine, MessageWithDescriptor request, const std::string& voice_error) {
  SpeechSender sender(request.descriptor.get());
  try {
    if (!voice_error.empty()) throw Error(voice_error);
    ByteReader reader(request.bytes);
    return sender.End(engine.Speak(GetUtterance(reader), [&](std::span<const std::int16_t> sound) {
      return sender.Take(sound);
    }));
  } catch (const Error& error) {
    return sender.EndWithError(error.what());
  } catch (const std::exception& error) {
    return sender.End(Failed(error));
  }
}

template <typename Value>
std::string_view BytesOf(const Value& value) {
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

// Forks a child for each utterance of one voice.
void ServeInChildren(int socket, Engine& engine, const std::string& voice_error,
                     const UtteranceLimits& limits, rlim_t address_space) {
  const pid_t self = getpid();
  MessageWithDescriptor request;
  while (ReceiveWithDescriptor(socket, request)) {
    const pid_t pid = fork();
    if (pid < 0) return;
    if (pid == 0) {
      EndWithParent(self);
      LetDie(address_space);
      LimitTime(limits);
      _exit(SpeakOne(engine, std::move(request), voice_error) ? 0 : 1);
    }
    request.descriptor.Close();  // or the pipe would not end with the child
    if (!WriteAll(socket, BytesOf(WaitForEnd(pid)))) return;
  }
}

// Speaks the next utterance in this process. Leaves nothing allocated. False if nobody asks.
bool ServeHere(int socket, Engine& engine, const std::string& voice_error,
               const UtteranceLimits& limits) {
  MessageWithDescriptor request;
  if (!ReceiveWithDescriptor(socket, request)) return false;
  LimitTime(limits);
  SpeakOne(engine, std::move(request), voice_error);
  return true;
}

// Speaks what is asked for in one voice.
void ServeVoice(int socket, Engine& engine, const Voice& voice, const UtteranceLimits& limits,
                rlim_t address_space) {
  std::string voice_error;
  try {
    engine.LoadVoice(voice);
  } catch (const Error& wrong) {
    voice_error = wrong.what();
  }
  if (!engine.Remember()) {
    ServeInChildren(socket, engine, voice_error, limits, address_space);
    return;
  }
  LetDie(address_space);
  constexpr int kEndedWell = 0;
  while (ServeHere(socket, engine, voice_error, limits)) {
    engine.GoBack();
    if (!WriteAll(socket, BytesOf(kEndedWell))) return;
  }
}

struct VoiceProcess {
  Voice voice;
  ServerProcess process;
};

bool HaveTheSameFiles(const Voice& a, const Voice& b) {
  return a.engine_voice == b.engine_voice && a.variant == b.variant;
}

}  // namespace

void ServeUtterances(int socket, Engine& engine, const UtteranceLimits& limits) {
  const rlim_t address_space = AddressSpaceBytes() + limits.memory_bytes;
  if (!WriteAll(socket, BytesOf(ServerAnswer{}))) return;
  std::vector<VoiceProcess> voices;  // the last used comes last
  MessageWithDescriptor request;
  while (ReceiveWithDescriptor(socket, request)) {
    ByteReader reader(request.bytes);
    const Voice voice = GetUtterance(reader).voice;
    auto found = std::find_if(voices.begin(), voices.end(), [&](const VoiceProcess& one) {
      return HaveTheSameFiles(one.voice, voice);
    });
    if (found == voices.end()) {
      if (voices.size() == kMostVoices) {
        voices.front().process.End();
        voices.erase(voices.begin());
      }
      voices.push_back({voice, ServerProcess([&](int other_end) {
                          ServeVoice(other_end, engine, voice, limits, address_space);
                        })});
    } else {
      std::rotate(found, found + 1, voices.end());
    }
    ServerProcess& process = voices.back().process;
    const bool sent = SendWithDescriptor(process.socket(), request.bytes, request.descriptor.get());
    request.descriptor.Close();  // or the pipe would not end with the child
    int status = 0;
    if (!sent || !ReadAll(process.socket(), &status, sizeof status)) {
      status = process.End();
      voices.pop_back();
    }
    const ServerAnswer answer{0, status, MemoryIsShort(address_space)};
    if (!WriteAll(socket, BytesOf(answer))) break;
  }
  for (VoiceProcess& voice : voices) voice.process.End();
}

void TellProblem(int socket, const std::string& problem) {
  const ServerAnswer answer{problem.size(), 0, 0};
  // Whoever does not read it is gone.
  static_cast<void>(WriteAll(socket, BytesOf(answer)) && WriteAll(socket, problem));
}

}  // namespace fullcast
