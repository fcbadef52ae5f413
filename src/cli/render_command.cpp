#include <CLI/App.hpp>
#include <memory>

#include "cli/book_options.h"
#include "produce/scripting/make_script.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

struct Options {
  CommonOptions common;
  std::string script;
  std::string cast;
  CastingOptions casting;
  RenderingOptions rendering;
};

int RenderScript(const Options& options) {
  const std::unique_ptr<Console> console = MakeConsole(options.common);
  const Workspace workspace{options.common.workdir, FindData()};
  const std::string book = BookName(options.script);
  const fs::path output = OutputFor(options.common, workspace, book);
  const Script script = LoadScript(options.script, *console);
  const Presets presets = ReadPresets(workspace);
  const CastRequest request = MakeCastRequest(options.casting, false);
  const Cast cast = ReadOrMakeCast(script, presets, options.cast, workspace, book, request,
                                   *console, !options.rendering.dry_run);
  return RenderAndReport(script, cast, options.rendering, workspace, book, output, *console);
}

}  // namespace

void AddRenderCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("render", "Make the audiobook of a script and its cast");
  command->add_option("SCRIPT", options->script, "A script, as in scripts/<book>.json")->required();
  AddCommonOptions(*command, options->common, "The audiobook (default: output/<book>.m4b)");
  command->add_option("--cast", options->cast, "The cast (default: voices/<book>.json)")
      ->type_name("FILE");
  AddCastingOptions(*command, options->casting);
  AddRenderingOptions(*command, options->rendering);
  command->callback([&action, options] { action = [options] { return RenderScript(*options); }; });
}

}  // namespace fullcast
