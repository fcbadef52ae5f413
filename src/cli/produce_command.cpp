#include <CLI/App.hpp>
#include <memory>
#include <string>
#include <utility>

#include "cli/book_options.h"
#include "cli/info_options.h"
#include "cli/reading_options.h"
#include "produce/scripting/make_script.h"

namespace fullcast {

namespace {

struct Options {
  CommonOptions common;
  std::string book;
  ScriptOptions script;
  ReadingOptions reading;
  CastingOptions casting;
  RenderingOptions rendering;
};

int Produce(const Options& options) {
  const std::unique_ptr<Console> console = MakeConsole(options.common);
  const Workspace workspace{options.common.workdir, FindData()};
  const std::string book = BookName(options.book);
  const RenderingOptions rendering = WithLayout(options.rendering);
  const RenderTarget target{book, options.book,
                            OutputFor(options.common, rendering, workspace, book)};
  MadeScript script =
      MakeScript(options.book, workspace.ScriptPath(book), options.script, *console);
  const MadeCast cast =
      MakeCastFile(script.script, ReadPresets(workspace), workspace.CastPath(book),
                   MakeCastRequest(options.casting, options.script.fresh), *console);
  if (!rendering.dry_run) {
    const Profile profile = FindProfile(rendering.profile, workspace);
    CheckOutputs(script.script,
                 MakeRenderOptions(rendering, profile, target.book_file, target.output));
    SaveScript(script, *console);
    script.text = std::string();
    SaveCast(cast, *console);
  }
  return RenderAndReport(std::move(script.script), cast.cast, rendering, workspace, target,
                         *console);
}

}  // namespace

void AddProduceCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("produce", "Make the audiobook of a book: annotate, cast and render");
  command
      ->add_option("BOOK", options->book,
                   "An EPUB, DOCX, FB2, HTML, Markdown or text file, or a folder of chapters")
      ->required();
  AddCommonOptions(*command, options->common, "The audiobook (default: output/<book>.m4b)");
  command->add_flag("--fresh", options->script.fresh,
                    "Discard edits made by hand in the book's script and cast");
  command
      ->add_option("--attribution", options->script.attribution,
                   "Take who says what from BookNLP's files in this folder")
      ->type_name("DIR");
  AddInfoOptions(*command, options->script.info);
  AddReadingOptions(*command, options->reading);
  AddCastingOptions(*command, options->casting);
  AddRenderingOptions(*command, options->rendering);
  command->callback([&action, options] {
    options->script.reading = MakeReadingRequest(options->reading);
    action = [options] { return Produce(*options); };
  });
}

}  // namespace fullcast
