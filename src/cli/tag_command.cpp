#include <CLI/App.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/info_options.h"
#include "core/error.h"
#include "core/file.h"
#include "core/json_writer.h"
#include "encode/retag.h"

namespace fullcast {

namespace {

struct Options {
  Options() { book.language.clear(); }

  CommonOptions common;
  std::vector<std::string> files;
  BookInfo book;
};

int TagFiles(const Options& options) {
  const std::unique_ptr<Console> console = MakeConsole(options.common);
  if (options.book == Options().book) {
    throw Error("say what to change, as in --cover cover.jpg or --title \"...\"");
  }
  TagChanges changes{options.book, {}};
  if (!options.book.cover.empty()) changes.cover = ReadFile(options.book.cover);
  for (const std::string& file : options.files) {
    Retag(file, changes);
    JsonWriter json;
    json.BeginObject().Key("event").String("tagged").Key("file").String(file).EndObject();
    console->Result("tagged: " + file, json.Text());
  }
  return kDone;
}

}  // namespace

void AddTagCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "tag", "Give finished audiobooks another cover or other tags; sound and chapters stay");
  command->add_option("FILE", options->files, "M4B, M4A, MP3, Opus or FLAC files")->required();
  AddTalkOptions(*command, options->common);
  AddTagOptions(*command, options->book);
  command->callback([&action, options] { action = [options] { return TagFiles(*options); }; });
}

}  // namespace fullcast
