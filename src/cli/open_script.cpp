#include "cli/open_script.h"

#include <filesystem>
#include <utility>

#include "produce/scripting/make_script.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

Cast OpenCast(const OpenedScript& opened, const std::string& cast_file, const CastRequest& request,
              bool write) {
  const fs::path path =
      cast_file.empty() ? opened.workspace.CastPath(opened.book) : fs::path(cast_file);
  if (!cast_file.empty() || fs::exists(path)) {
    return LoadCast(opened.script, opened.presets, path, request);
  }
  const MadeCast made = MakeCastFile(opened.script, opened.presets, path, request, *opened.console);
  if (write) SaveCast(made, *opened.console);
  return made.cast;
}

}  // namespace

void AddScriptFileOptions(CLI::App& command, ScriptFileOptions& options,
                          const std::string& output_help) {
  command.add_option("SCRIPT", options.script, "A script, as in scripts/<book>.json")->required();
  AddCommonOptions(command, options.common, output_help);
  command.add_option("--cast", options.cast, "The cast (default: voices/<book>.json)")
      ->type_name("FILE");
}

OpenedScript OpenScript(const ScriptFileOptions& options, const CastRequest& request, bool write) {
  OpenedScript opened;
  opened.console = MakeConsole(options.common);
  opened.workspace = {options.common.workdir, FindData()};
  opened.book = BookName(options.script);
  LoadedScript loaded = LoadScript(options.script, *opened.console);
  opened.script = std::move(loaded.script);
  opened.book_file = std::move(loaded.book);
  opened.presets = ReadPresets(opened.workspace);
  opened.cast = OpenCast(opened, options.cast, request, write);
  return opened;
}

}  // namespace fullcast
