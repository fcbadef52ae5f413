#include "cli/cache_options.h"

#include "cli/commands.h"
#include "produce/pieces/piece_store.h"

namespace fullcast {

namespace fs = std::filesystem;

void AddCacheOptions(CLI::App& command, CacheOptions& options) {
  BeginGroup(command, Group::kWork);
  command.add_option("--cache", options.folder, "Where finished stretches of sound are kept")
      ->type_name("DIR");
  command.add_option("--cache-size", options.megabytes, "What they may grow to, in MB")
      ->type_name("MB")
      ->capture_default_str();
}

fs::path PieceFolder(const CacheOptions& options) {
  const fs::path cache = options.folder.empty() ? UserCacheFolder() : fs::path(options.folder);
  return cache.empty() ? fs::path() : cache / "pieces";
}

std::uintmax_t MostBytes(const CacheOptions& options) {
  constexpr std::uintmax_t kBytesPerMegabyte = 1'000'000;
  return options.megabytes * kBytesPerMegabyte;
}

}  // namespace fullcast
