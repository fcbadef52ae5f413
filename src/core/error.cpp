#include "core/error.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace fullcast {

namespace {

std::string Located(const Place& place, const std::string& message) {
  std::string text = place.file;
  if (place.line > 0) text += ":" + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) text += ":" + std::to_string(place.column);
  return text.empty() ? message : text + ": " + message;
}

}  // namespace

Error::Error(const Place& place, const std::string& message)
    : std::runtime_error(Located(place, message)) {}

Error Error::Within(std::string_view context) const {
  return Error(std::string(context) + ": " + what());
}

Error SystemError(const std::string& what) {
  return Error(what + ": " + std::generic_category().message(errno));
}

Place PlaceAt(const std::string& file, std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::size_t newline = before.rfind('\n');
  const std::size_t line_start = newline == std::string_view::npos ? 0 : newline + 1;
  return Place{file, line, before.size() - line_start + 1};
}

}  // namespace fullcast
