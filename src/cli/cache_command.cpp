#include <fmt/core.h>

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>
#include <memory>
#include <string>

#include "cli/cache_options.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "core/error.h"
#include "core/json_writer.h"
#include "produce/pieces/piece_store.h"

namespace fullcast {

namespace {

constexpr double kMegabyte = 1e6;

struct Options {
  CommonOptions common;
  CacheOptions cache;
  std::string action = "show";
};

std::string Describe(const StoredPieces& pieces) {
  return fmt::format("{} entries, {:.1f} MB", pieces.count,
                     static_cast<double>(pieces.bytes) / kMegabyte);
}

void Write(JsonWriter& json, const char* key, const StoredPieces& pieces) {
  json.Key(key).BeginObject().Key("entries").Integer(static_cast<std::int64_t>(pieces.count));
  json.Key("bytes").Integer(static_cast<std::int64_t>(pieces.bytes)).EndObject();
}

int Cache(const Options& options) {
  const std::unique_ptr<Console> console = MakeConsole(options.common);
  const std::filesystem::path folder = PieceFolder(options.cache);
  if (folder.empty())
    throw Error("there is no cache: neither --cache, XDG_CACHE_HOME nor HOME is set");
  const PieceStore store(folder, MostBytes(options.cache));
  StoredPieces damaged;
  StoredPieces dropped;
  if (options.action == "verify") damaged = store.Verify();
  if (options.action == "prune") dropped = store.Prune();
  const StoredPieces pieces = store.Contents();

  std::string text = folder.string() + ": " + Describe(pieces);
  JsonWriter json;
  json.BeginObject().Key("event").String("cache").Key("folder").String(folder.string());
  Write(json, "stored", pieces);
  if (options.action == "verify") {
    text += ", all whole";
    if (damaged.count > 0) text += "; damaged and deleted: " + Describe(damaged);
    Write(json, "damaged", damaged);
  }
  if (options.action == "prune") {
    text += "; dropped: " + Describe(dropped);
    Write(json, "dropped", dropped);
  }
  console->Result(text, json.EndObject().Text());
  return damaged.count > 0 ? kDefects : kDone;
}

}  // namespace

void AddCacheCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("cache", "Show, verify or prune the store of finished stretches of sound");
  command
      ->add_option("ACTION", options->action,
                   "show: how much there is; verify: read all, delete what is damaged; prune: drop "
                   "what was used longest ago until the rest fits in --cache-size")
      ->check(CLI::IsMember({"show", "verify", "prune"}))
      ->capture_default_str();
  AddTalkOptions(*command, options->common);
  AddCacheOptions(*command, options->cache);
  command->callback([&action, options] { action = [options] { return Cache(*options); }; });
}

}  // namespace fullcast
