#include "encode/libav.h"

#include <array>

namespace fullcast::libav {

void Silence() { av_log_set_level(AV_LOG_QUIET); }

Error MakeError(int code, const std::string& what) {
  std::array<char, AV_ERROR_MAX_STRING_SIZE> reason{};
  av_strerror(code, reason.data(), reason.size());
  return Error(what + ": " + reason.data());
}

int Check(int code, const std::string& what) {
  if (code < 0) throw MakeError(code, what);
  return code;
}

}  // namespace fullcast::libav
