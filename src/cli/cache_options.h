// Where finished stretches of sound are kept, and how much of them.
#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <filesystem>
#include <string>

namespace fullcast {

struct CacheOptions {
  std::string folder;  ///< empty: the user's
  std::uint64_t megabytes = 2'000;
};

void AddCacheOptions(CLI::App& command, CacheOptions& options);

/// The piece store's folder; empty if none is known.
std::filesystem::path PieceFolder(const CacheOptions& options);

std::uintmax_t MostBytes(const CacheOptions& options);

}  // namespace fullcast
