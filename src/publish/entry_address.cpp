#include "publish/entry_address.h"

#include <fmt/format.h>

#include <filesystem>

namespace fullcast {

std::string EscapeUrl(std::string_view path) {
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string escaped;
  for (const char c : path) {
    if (kPlain.find(c) != std::string_view::npos) {
      escaped += c;
    } else {
      escaped += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return escaped;
}

std::string EntryAddress(const std::string& entry, const std::string& from) {
  const auto folder = std::filesystem::path(from).parent_path();
  return EscapeUrl(std::filesystem::path(entry).lexically_relative(folder).string());
}

}  // namespace fullcast
