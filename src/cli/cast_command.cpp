#include <CLI/App.hpp>
#include <memory>
#include <string>
#include <vector>

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
  std::vector<std::string> changes;
  bool fresh = false;
};

int MakeCastAndReport(const Options& options) {
  const std::unique_ptr<Console> console = MakeConsole(options.common);
  const Workspace workspace{options.common.workdir, FindData()};
  const Script script = LoadScript(options.script, *console);
  const std::filesystem::path path = options.common.output.empty()
                                         ? workspace.CastPath(BookName(options.script))
                                         : std::filesystem::path(options.common.output);
  CastRequest request = MakeCastRequest(options.casting, options.fresh);
  for (const std::string& change : options.changes) {
    request.changes.push_back(ParseRoleChange(change, script));
  }
  const MadeCast made = MakeCastFile(script, ReadPresets(workspace), path, request, *console);
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
  command
      ->add_option("--set", options->changes,
                   "Change one setting of one speaker's voice (voice, variant, pitch, range, rate, "
                   "gain), as in elizabeth.pitch=62, or the preset, as in elizabeth=alice; may be "
                   "given again")
      ->type_name("SPEAKER[.SETTING]=VALUE")
      ->allow_extra_args(false);
  AddCastingOptions(*command, options->casting);
  command->callback(
      [&action, options] { action = [options] { return MakeCastAndReport(*options); }; });
}

}  // namespace fullcast
