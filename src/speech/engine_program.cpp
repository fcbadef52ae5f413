#include "speech/engine_program.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/error.h"

namespace fullcast {
namespace {

namespace fs = std::filesystem;

constexpr const char* kName = "fullcast-engine";

// Of what the two programs say to each other: one of an older build must not be understood.
constexpr const char* kProtocol = "1";

std::optional<fs::path> FindProgram() {
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const fs::path& program : {folder / kName, folder.parent_path() / kName}) {
    if (access(program.c_str(), X_OK) == 0 && fs::is_regular_file(program, error)) return program;
  }
  return std::nullopt;
}

void Become(const fs::path& program, int socket, const UtteranceLimits& limits) {
  fcntl(socket, F_SETFD, 0);  // it stays open
  // Names are looked up before the program begins, and not by every child of it.
  setenv("LD_BIND_NOW", "1", 1);
  std::string socket_text = std::to_string(socket);
  std::string cpu_s = std::to_string(limits.cpu.count());
  std::string memory_bytes = std::to_string(limits.memory_bytes);
  std::string name = kName;
  std::string protocol = kProtocol;
  const std::array<char*, 6> arguments = {name.data(),  protocol.data(),     socket_text.data(),
                                          cpu_s.data(), memory_bytes.data(), nullptr};
  execv(program.c_str(), arguments.data());
  TellProblem(socket, fmt::format("{} can't be run", program.string()));
}

void ServeEspeak(int socket, const UtteranceLimits& limits, EspeakEngine::Heap heap) {
  try {
    EspeakEngine engine(heap);
    ServeUtterances(socket, engine, limits);
  } catch (const std::exception& error) {
    TellProblem(socket, error.what());
  }
}

template <typename Number>
bool Parse(std::string_view text, Number& number) {
  const char* const end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, number);
  return parsed.ec == std::errc() && parsed.ptr == end;
}

}  // namespace

ServeEngine EspeakToServe() {
  if (const auto program = FindProgram()) {
    return
        [program](int socket, const UtteranceLimits& limits) { Become(*program, socket, limits); };
  }
  return [](int socket, const UtteranceLimits& limits) { ServeEspeak(socket, limits, nullptr); };
}

int RunEngineProgram(int argc, char** argv, EspeakEngine::Heap heap) {
  const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
  int socket = -1;
  std::int64_t cpu_s = 0;
  UtteranceLimits limits;
  if (arguments.size() != 5 || !Parse(arguments[2], socket) || !Parse(arguments[3], cpu_s) ||
      !Parse(arguments[4], limits.memory_bytes)) {
    fmt::print(stderr, "{} is a part of fullcast, which starts it\n", kName);
    return 2;
  }
  limits.cpu = std::chrono::seconds(cpu_s);
  if (std::string_view(arguments[1]) != kProtocol) {
    TellProblem(socket, fmt::format("{} is of another version than fullcast", arguments[0]));
    return 1;
  }
  ServeEspeak(socket, limits, heap);
  return 0;
}

}  // namespace fullcast
