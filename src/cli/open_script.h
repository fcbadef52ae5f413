// The commands that begin with a script: what they open alike.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <memory>
#include <string>

#include "cli/commands.h"
#include "cli/console.h"
#include "core/cast.h"
#include "core/script.h"
#include "produce/casting/make_cast.h"
#include "produce/workspace.h"

namespace fullcast {

struct ScriptFileOptions {
  CommonOptions common;
  std::string script;
  std::string cast;  ///< empty: the book's own
};

/// Declares SCRIPT, --cast and the options that every command has.
void AddScriptFileOptions(CLI::App& command, ScriptFileOptions& options,
                          const std::string& output_help);

struct OpenedScript {
  std::unique_ptr<Console> console;
  Workspace workspace;
  std::string book;  ///< what its files are called
  Script script;
  std::filesystem::path book_file;  ///< that the script was made from; need not be there
  Presets presets;
  Cast cast;
};

/// Reads the script, and its cast: of the file that the user named, or else of the book's own,
/// which is made if it is not there yet, and then written if `write`. Throws Error.
OpenedScript OpenScript(const ScriptFileOptions& options, const CastRequest& request, bool write);

}  // namespace fullcast
