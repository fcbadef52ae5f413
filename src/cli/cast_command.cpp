#include <CLI/App.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cast/cast_page.h"
#include "cast/cast_table.h"
#include "cli/book_options.h"
#include "cli/exit_code.h"
#include "core/file.h"
#include "core/json_writer.h"
#include "produce/scripting/make_script.h"

namespace fullcast {

namespace {

struct Options {
  CommonOptions common;
  std::string script;
  CastingOptions casting;
  std::vector<std::string> changes;
  bool fresh = false;
  bool html = false;
};

// The page's path; it is written with everybody's audition in it.
std::filesystem::path WritePage(const Options& options, const Script& script, const Cast& cast,
                                const Presets& presets, const Workspace& workspace,
                                Console& console) {
  std::filesystem::path path = workspace.PagePath(BookName(options.script), "cast");
  const CastSound sound = RenderPageSound(script, cast, presets, workspace, console);
  WriteFile(path, FormatCastPage(script, cast, presets, sound, options.script));
  console.Note("page: " + path.string());
  return path;
}

int MakeCastAndReport(const Options& options) {
  const std::unique_ptr<Console> console = MakeConsole(options.common);
  const Workspace workspace{options.common.workdir, FindData()};
  const Script script = LoadScript(options.script, *console).script;
  const std::filesystem::path path = options.common.output.empty()
                                         ? workspace.CastPath(BookName(options.script))
                                         : std::filesystem::path(options.common.output);
  CastRequest request = MakeCastRequest(options.casting, options.fresh);
  for (const std::string& change : options.changes) {
    request.changes.push_back(ParseRoleChange(change, script));
  }
  const Presets presets = ReadPresets(workspace);
  const MadeCast made = MakeCastFile(script, presets, path, request, *console);
  const Cast& cast = made.cast;
  SaveCast(made, *console);
  JsonWriter json;
  json.BeginObject().Key("event").String("done").Key("cast").String(path.string());
  json.Key("roles").BeginObject();
  for (const auto& [speaker, role] : cast.roles) json.Key(speaker).String(role.preset);
  json.EndObject();
  if (options.html) {
    json.Key("page").String(
        WritePage(options, script, cast, presets, workspace, *console).string());
  }
  json.EndObject();
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
  command->add_flag("--html", options->html,
                    "Write a page with the cast, who talks to whom, and everybody to be heard: "
                    "output/<book>-cast.html");
  AddCastingOptions(*command, options->casting);
  command->callback(
      [&action, options] { action = [options] { return MakeCastAndReport(*options); }; });
}

}  // namespace fullcast
