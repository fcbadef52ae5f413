#include "speech/engine_process.h"

#include "core/bytes.h"
#include "speech/descriptor_socket.h"
#include "speech/patient_reader.h"
#include "speech/utterance_bytes.h"

namespace fullcast {

EngineProcess::EngineProcess(Engine& engine, const ForkLimits& limits, std::size_t address_space)
    : process_([&](int socket) { ServeUtterances(socket, engine, limits, address_space); }),
      patience_(limits.wall) {}

bool EngineProcess::Speak(const Utterance& utterance, int pipe) {
  ByteWriter writer;
  Put(writer, utterance);
  return SendWithDescriptor(process_.socket(), writer.Take(), pipe);
}

std::optional<int> EngineProcess::WaitForChild() {
  int status = 0;
  if (!PatientReader(process_.socket(), patience_).Read(&status, sizeof status)) {
    return std::nullopt;
  }
  return status;
}

}  // namespace fullcast
