#include "speech/engine_process.h"

#include <algorithm>
#include <string>

#include "core/bytes.h"
#include "core/error.h"
#include "speech/descriptor_socket.h"
#include "speech/patient_reader.h"
#include "speech/utterance_bytes.h"

namespace fullcast {

EngineProcess::EngineProcess(const ServeEngine& serve, const UtteranceLimits& limits)
    : process_([&](int socket) { serve(socket, limits); }), patience_(limits.wall) {}

bool EngineProcess::Speak(const Utterance& utterance, int pipe) {
  is_ready_ = is_ready_ || NextAnswer();
  ByteWriter writer;
  Put(writer, utterance);
  return is_ready_ && SendWithDescriptor(process_.socket(), writer.Take(), pipe);
}

std::optional<ServerAnswer> EngineProcess::WaitForChild() { return NextAnswer(); }

std::optional<ServerAnswer> EngineProcess::NextAnswer() {
  constexpr std::size_t kMostProblemBytes = 10000;
  PatientReader reader(process_.socket(), patience_);
  ServerAnswer answer;
  if (!reader.Read(&answer, sizeof answer)) return std::nullopt;
  std::string problem(std::min<std::size_t>(answer.problem_bytes, kMostProblemBytes), '\0');
  if (!reader.Read(problem.data(), problem.size())) return std::nullopt;
  if (!problem.empty()) throw Error(problem);
  return answer;
}

}  // namespace fullcast
