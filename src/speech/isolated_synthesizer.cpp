#include "speech/isolated_synthesizer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <string>
#include <utility>

#include "core/error.h"
#include "core/interrupt.h"
#include "speech/speech_pipe.h"

namespace fullcast {
namespace {

// Some seconds of sound, so that the child need not wait for its reader.
constexpr int kPipeBytes = 1 << 20;

std::string DescribeDeath(int status, const UtteranceLimits& limits) {
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

}  // namespace

IsolatedSynthesizer::IsolatedSynthesizer(ServeEngine serve, UtteranceLimits limits)
    : serve_(std::move(serve)), limits_(limits) {
  ReadyProcess();  // now, while this process is small
}

IsolatedSynthesizer::~IsolatedSynthesizer() {
  if (process_ && !child_speaks_) process_->End();
}

Speech IsolatedSynthesizer::Speak(const Utterance& utterance) {
  constexpr int kMostChildren = 3;
  for (int child = 0; child < kMostChildren; ++child) {
    if (std::optional<Speech> speech = SpeakOnce(utterance)) return std::move(*speech);
  }
  throw Error(
      "the speech engine is killed again and again; perhaps memory is short, and fewer "
      "--jobs take less");
}

// The engine's process with nothing to do; a new one if there is none.
EngineProcess& IsolatedSynthesizer::ReadyProcess() {
  if (child_may_live_ && !process_->WaitForChild()) process_.reset();
  child_may_live_ = false;
  if (!process_) process_ = std::make_unique<EngineProcess>(serve_, limits_);
  return *process_;
}

std::optional<Speech> IsolatedSynthesizer::SpeakOnce(const Utterance& utterance) {
  EngineProcess& process = ReadyProcess();
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw SystemError("making a pipe to the speech engine");
  Descriptor read_end(ends[0]);
  Descriptor write_end(ends[1]);
  fcntl(ends[1], F_SETPIPE_SZ, kPipeBytes);  // only for speed
  child_may_live_ = child_speaks_ = process.Speak(utterance, write_end.get());
  write_end.Close();
  if (!child_may_live_) {
    EndProcess();
    return std::nullopt;
  }
  Received received = ReceiveSpeech(read_end.get(), limits_.wall);
  child_speaks_ = false;
  if (received.state == Received::State::kWhole) return std::move(received.speech);
  read_end.Close();  // what the child may still write is not waited for
  if (received.state == Received::State::kQuiet) {
    EndProcess();
    return Defective(fmt::format("the engine stood still for {} s", limits_.wall.count()), true);
  }
  return DefectOfDeadChild();
}

std::optional<Speech> IsolatedSynthesizer::DefectOfDeadChild() {
  const std::optional<ServerAnswer> answer = process_->WaitForChild();
  child_may_live_ = false;
  if (!answer) EndProcess();
  ThrowIfInterrupted();
  const int status = answer ? answer->child_status : SIGKILL;
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) return std::nullopt;
  const bool may_pass = !WIFSIGNALED(status) || answer->memory_is_short != 0;
  return Defective(DescribeDeath(status, limits_), may_pass);
}

void IsolatedSynthesizer::EndProcess() {
  process_.reset();
  child_may_live_ = false;
}

}  // namespace fullcast
