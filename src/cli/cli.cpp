#include "cli/cli.h"

#include <unistd.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdio>
#include <exception>
#include <map>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "core/error.h"
#include "core/interrupt.h"

namespace fullcast {

namespace {

int Complain(const char* message) {
  std::fprintf(stderr, "fullcast: %s\n", message);
  return kFailed;
}

// CLI11 says of a command that does not exist only that one is missing.
int ComplainOfUsage(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<std::string> words = app.remaining();
  if (!app.get_subcommands().empty() || words.empty()) {
    return app.exit(error) == 0 ? kDone : kUsage;
  }
  Complain(("there is no command \"" + words.front() + "\"; see fullcast --help").c_str());
  return kUsage;
}

}  // namespace

void BeginGroup(CLI::App& command, Group group) {
  static const std::map<Group, const char*> headings = {
      {Group::kBook, "The book"}, {Group::kReading, "What is read"},
      {Group::kVoices, "Voices"}, {Group::kSound, "Sound"},
      {Group::kFiles, "Files"},   {Group::kWork, "Work and storage"}};
  command.option_defaults()->group(headings.at(group));
}

void AddTalkOptions(CLI::App& command, CommonOptions& options) {
  command.add_flag("--quiet", options.quiet, "Say only results, warnings and errors");
  command.add_flag("--json", options.json, "Speak JSON, one event a line, on standard output");
}

void AddCommonOptions(CLI::App& command, CommonOptions& options, const std::string& output_help) {
  if (!output_help.empty()) {
    command.add_option("-o,--output", options.output, output_help)->type_name("FILE");
  }
  command
      .add_option("--workdir", options.workdir,
                  "Folder that holds scripts/, voices/ and output/ (default: this folder)")
      ->type_name("DIR");
  AddTalkOptions(command, options);
}

int RunCli(int argc, char** argv) {
  CatchInterrupts();
  CLI::App app("fullcast turns the text of a book into a full-cast, chaptered audiobook.",
               "fullcast");
  app.set_version_flag("--version", "fullcast " FULLCAST_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done with listed defects, 130 interrupted.\n"
      "Begin with: fullcast produce BOOK.txt");
  Action action;
  AddProduceCommand(app, action);
  AddAnnotateCommand(app, action);
  AddChaptersCommand(app, action);
  AddReviewCommand(app, action);
  AddReportCommand(app, action);
  AddCastCommand(app, action);
  AddAuditionCommand(app, action);
  AddRenderCommand(app, action);
  AddCheckCommand(app, action);
  AddNamesCommand(app, action);
  AddBatchCommand(app, action);
  AddTagCommand(app, action);
  AddTimemapCommand(app, action);
  AddCacheCommand(app, action);
  AddVoicesCommand(app, action);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return ComplainOfUsage(app, error);
  }
  try {
    return action();
  } catch (const Interrupted&) {
    // A terminal shows "^C" on the line.
    std::fprintf(stderr, "%sfullcast: stopped; run the same command again to go on\n",
                 isatty(STDERR_FILENO) != 0 ? "\n" : "");
    return kSignalled + InterruptSignal();
  } catch (const std::bad_alloc&) {
    return Complain("out of memory");
  } catch (const std::exception& error) {
    return Complain(error.what());
  }
}

}  // namespace fullcast
