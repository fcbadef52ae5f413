#include <CLI/App.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "core/error.h"
#include "core/file.h"
#include "core/json.h"
#include "encode/retag.h"

namespace fullcast {

namespace {

struct Options {
  CommonOptions common;
  std::vector<std::string> files;
  BookInfo book;
};

bool ChangesNothing(const BookInfo& book) {
  for (const std::string* field : {&book.title, &book.author, &book.narrator, &book.year,
                                   &book.series, &book.genre, &book.description, &book.cover}) {
    if (!field->empty()) return false;
  }
  return true;
}

int TagFiles(const Options& options) {
  const std::unique_ptr<Console> console = MakeConsole(options.common);
  if (ChangesNothing(options.book)) {
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
  BookInfo& book = options->book;
  const auto add = [&](const char* name, std::string& field, const char* help) {
    command->add_option(name, field, help)->type_name("TEXT");
  };
  command->add_option("--cover", book.cover, "A JPEG or PNG picture")->type_name("FILE");
  add("--title", book.title, "The book's title");
  add("--author", book.author, "Who wrote it");
  add("--read-by", book.narrator, "Who reads it");
  add("--year", book.year, "The year of publication");
  add("--series", book.series, "The series, as in \"The Lighthouse #3\"");
  add("--genre", book.genre, "The genre");
  add("--description", book.description, "What it is about");
  AddTalkOptions(*command, options->common);
  command->callback([&action, options] { action = [options] { return TagFiles(*options); }; });
}

}  // namespace fullcast
