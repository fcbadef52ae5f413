#include <fmt/core.h>

#include <CLI/App.hpp>
#include <memory>
#include <optional>
#include <string>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/info_options.h"
#include "cli/reading_options.h"
#include "core/json_writer.h"
#include "produce/scripting/explain.h"
#include "produce/scripting/make_script.h"
#include "produce/workspace.h"

namespace fullcast {

namespace {

struct Options {
  CommonOptions common;
  std::string book;
  ScriptOptions script;
  ReadingOptions reading;
  std::optional<std::string> explain;
};

int Explain(const Options& options, const std::filesystem::path& script, Console& console) {
  std::string text =
      ExplainSpeaker(options.book, script, options.script, *options.explain, console);
  text.pop_back();  // the end of its last line
  JsonWriter json;
  json.BeginObject().Key("event").String("explanation").Key("text").String(text).EndObject();
  console.Result(text, json.Text());
  return kDone;
}

int Annotate(const Options& options) {
  const std::unique_ptr<Console> console = MakeConsole(options.common);
  const Workspace workspace{options.common.workdir, {}};
  const std::filesystem::path path = options.common.output.empty()
                                         ? workspace.ScriptPath(BookName(options.book))
                                         : std::filesystem::path(options.common.output);
  if (options.explain) return Explain(options, path, *console);
  const MadeScript made = MakeScript(options.book, path, options.script, *console);
  const Script& script = made.script;
  SaveScript(made, *console);
  JsonWriter json;
  json.BeginObject().Key("event").String("done").Key("script").String(path.string());
  json.Key("chapters").Integer(static_cast<std::int64_t>(script.chapters.size()));
  json.Key("characters").Integer(static_cast<std::int64_t>(script.characters.size())).EndObject();
  console->Result(
      fmt::format("{}: {}, {}", path.string(), Counted(script.chapters.size(), "chapter"),
                  Counted(script.characters.size(), "character")),
      json.Text());
  return kDone;
}

}  // namespace

void AddAnnotateCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("annotate", "Find out who says what: book to script");
  command
      ->add_option("BOOK", options->book,
                   "An EPUB, DOCX, FB2, HTML, Markdown or text file, or a folder of chapters")
      ->required();
  AddCommonOptions(*command, options->common, "The script (default: scripts/<book>.json)");
  CLI::Option* attribution =
      command
          ->add_option("--attribution", options->script.attribution,
                       "Take who says what from BookNLP's files in this folder")
          ->type_name("DIR");
  command
      ->add_option("--explain", options->explain,
                   "Write no script; say how the speaker of the quotation with these words (or "
                   "this number) is found")
      ->type_name("TEXT")
      ->excludes(attribution);
  command->add_flag("--fresh", options->script.fresh,
                    "Discard edits made by hand in the script, except what review has settled");
  AddInfoOptions(*command, options->script.info);
  AddReadingOptions(*command, options->reading);
  command->callback([&action, options] {
    options->script.reading = MakeReadingRequest(options->reading);
    action = [options] { return Annotate(*options); };
  });
}

}  // namespace fullcast
