#include <CLI/App.hpp>
#include <memory>

#include "cast/cast_table.h"
#include "cli/book_options.h"
#include "cli/exit_code.h"
#include "core/json.h"
#include "produce/make_script.h"

namespace fullcast {

namespace {

struct Options {
  CommonOptions common;
  std::string script;
  CastingOptions casting;
  bool fresh = false;
};

int MakeCastAndReport(const Options& options) {
  const std::unique_ptr<Console> console = MakeConsole(options.common);
  const Workspace workspace{options.common.workdir, FindData()};
  const Script script = LoadScript(options.script, *console);
  const std::filesystem::path path = options.common.output.empty()
                                         ? workspace.CastPath(BookName(options.script))
                                         : std::filesystem::path(options.common.output);
  const MadeCast made = MakeCastFile(script, ReadPresets(workspace), path,
                                     MakeCastRequest(options.casting, options.fresh), *console);
  const Cast& cast = made.cast;
  SaveCast(made, *console);
  JsonWriter json;
  json.BeginObject().Key("event").String("done").Key("cast").String(path.string());
  json.Key("roles").BeginObject();
  for (const auto& [speaker, role] : cast.roles) json.Key(speaker).String(role.preset);
  json.EndObject().EndObject();
  console->Result(FormatCastTable(script, cast), json.Text());
  return kDone;
}

}  // namespace

void AddCastCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("cast", "Give everybody in a script a voice");
  command->add_option("SCRIPT", options->script, "A script, as in scripts/<book>.json")->required();
  AddCommonOptions(*command, options->common, "The cast (default: voices/<book>.json)");
  command->add_flag("--fresh", options->fresh, "Discard edits made by hand in the cast");
  AddCastingOptions(*command, options->casting);
  command->callback(
      [&action, options] { action = [options] { return MakeCastAndReport(*options); }; });
}

}  // namespace fullcast
