#include "cli/info_options.h"

#include <CLI/Validators.hpp>

#include "cli/commands.h"

namespace fullcast {

namespace {

CLI::Option* Add(CLI::App& command, const char* name, std::string& field, const char* type,
                 const char* help) {
  return command.add_option(name, field, help)->type_name(type);
}

void AddLanguage(CLI::App& command, BookInfo& info) {
  BeginGroup(command, Group::kBook);
  Add(command, "--language", info.language, "TAG", "The language, as in en-GB");
}

// Those of AddTagOptions() that many books may have in common.
void AddSharedTags(CLI::App& command, BookInfo& info) {
  BeginGroup(command, Group::kBook);
  Add(command, "--author", info.author, "NAME",
      "The author, in place of the one it gives; several as in \"A. Writer, B. Writer\"");
  Add(command, "--read-by", info.narrator, "NAME", "... who reads it, for tags and credits");
  Add(command, "--series", info.series, "NAME",
      "... the series it belongs to; its place may follow, as in \"Harbours #2\"");
}

}  // namespace

void AddSharedInfoOptions(CLI::App& command, BookInfo& info) {
  AddLanguage(command, info);
  AddSharedTags(command, info);
}

void AddTagOptions(CLI::App& command, BookInfo& info) {
  AddSharedTags(command, info);
  Add(command, "--title", info.title, "TEXT", "... its title");
  Add(command, "--series-index", info.series_index, "N", "... its place in the series");
  Add(command, "--year", info.year, "YEAR", "... the year it appeared");
  Add(command, "--genre", info.genre, "TEXT", "... its genre; several as in \"Fantasy; Fiction\"");
  Add(command, "--description", info.description, "TEXT", "... what it is about");
  Add(command, "--cover", info.cover, "FILE", "... its cover, a JPEG or PNG picture")
      ->check(CLI::ExistingFile);
}

void AddInfoOptions(CLI::App& command, BookInfo& info) {
  AddLanguage(command, info);
  AddTagOptions(command, info);
}

}  // namespace fullcast
