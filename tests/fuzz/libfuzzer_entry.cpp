// libFuzzer's entry: compiled once for each target, whose function is FULLCAST_FUZZ_TARGET.
#include <cstddef>
#include <cstdint>

#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fullcast::fuzz::FULLCAST_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
  return 0;
}
