// The commands of the program, each in a file of its own.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <functional>
#include <string>

namespace fullcast {

/// Options that nearly every command has.
struct CommonOptions {
  std::filesystem::path workdir = ".";
  std::string output;  ///< -o
  bool quiet = false;
  bool json = false;
};

/// Set by the command that was chosen: runs it, returns the exit code, throws Error.
using Action = std::function<int()>;

// Each declares its command and its options in `app`; if the user chooses it, `action` is set.
void AddAnnotateCommand(CLI::App& app, Action& action);
void AddAuditionCommand(CLI::App& app, Action& action);
void AddChaptersCommand(CLI::App& app, Action& action);
void AddCheckCommand(CLI::App& app, Action& action);
void AddCacheCommand(CLI::App& app, Action& action);
void AddCastCommand(CLI::App& app, Action& action);
void AddRenderCommand(CLI::App& app, Action& action);
void AddNamesCommand(CLI::App& app, Action& action);
void AddBatchCommand(CLI::App& app, Action& action);
void AddProduceCommand(CLI::App& app, Action& action);
void AddReportCommand(CLI::App& app, Action& action);
void AddReviewCommand(CLI::App& app, Action& action);
void AddTagCommand(CLI::App& app, Action& action);
void AddTimemapCommand(CLI::App& app, Action& action);
void AddVoicesCommand(CLI::App& app, Action& action);

/// What the options of a command are about, in the order in which --help lists them. Those of no
/// group (of the command itself) are on top.
enum class Group { kBook, kReading, kVoices, kSound, kFiles, kWork };

/// What is declared from here on is listed in this group.
void BeginGroup(CLI::App& command, Group group);

/// Declares --quiet and --json.
void AddTalkOptions(CLI::App& command, CommonOptions& options);

/// Declares the options that every command has which makes something. One that writes no file has
/// no `output_help`.
void AddCommonOptions(CLI::App& command, CommonOptions& options, const std::string& output_help);

}  // namespace fullcast
