#include <CLI/App.hpp>
#include <memory>

#include "cli/book_options.h"
#include "cli/open_script.h"

namespace fullcast {

namespace {

struct Options {
  ScriptFileOptions file;
  CastingOptions casting;
  RenderingOptions rendering;
};

int RenderScript(const Options& options) {
  const RenderingOptions rendering = WithLayout(options.rendering);
  const OpenedScript opened =
      OpenScript(options.file, MakeCastRequest(options.casting, false), !rendering.dry_run);
  return RenderAndReport(opened.script, opened.cast, rendering, opened.workspace,
                         {opened.book, opened.book_file,
                          OutputFor(options.file.common, rendering, opened.workspace, opened.book)},
                         *opened.console);
}

}  // namespace

void AddRenderCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("render", "Make the audiobook of a script and its cast");
  AddScriptFileOptions(*command, options->file, "The audiobook (default: output/<book>.m4b)");
  AddCastingOptions(*command, options->casting);
  AddRenderingOptions(*command, options->rendering);
  command->callback([&action, options] { action = [options] { return RenderScript(*options); }; });
}

}  // namespace fullcast
