#include "cli/info_options.h"

#include <CLI/Validators.hpp>

namespace fullcast {

void AddTagOptions(CLI::App& command, BookInfo& info) {
  const auto add = [&](const char* name, std::string& field, const char* type, const char* help) {
    return command.add_option(name, field, help)->type_name(type);
  };
  add("--title", info.title, "TEXT", "The book's title, in place of the one it gives");
  add("--author", info.author, "NAME", "... its author; several as in \"A. Writer, B. Writer\"");
  add("--read-by", info.narrator, "NAME", "... who reads it, for tags and credits");
  add("--series", info.series, "NAME",
      "... the series it belongs to; its place may follow, as in \"Harbours #2\"");
  add("--series-index", info.series_index, "N", "... its place in the series");
  add("--year", info.year, "YEAR", "... the year it appeared");
  add("--genre", info.genre, "TEXT", "... its genre; several as in \"Fantasy; Fiction\"");
  add("--description", info.description, "TEXT", "... what it is about");
  add("--cover", info.cover, "FILE", "... its cover, a JPEG or PNG picture")
      ->check(CLI::ExistingFile);
}

void AddInfoOptions(CLI::App& command, BookInfo& info) {
  command.add_option("--language", info.language, "The book's language, as in en-GB")
      ->type_name("TAG");
  AddTagOptions(command, info);
}

}  // namespace fullcast
