#include <CLI/App.hpp>
#include <CLI/Validators.hpp>
#include <memory>
#include <string>

#include "cli/book_options.h"
#include "cli/exit_code.h"
#include "core/file.h"
#include "core/json.h"
#include "produce/casting/cast_sound.h"
#include "produce/pieces/speaking_style.h"
#include "produce/reporting/report_page.h"
#include "produce/scripting/make_script.h"
#include "speech/retrying_synthesizer.h"

namespace fullcast {

namespace {

struct Options {
  CommonOptions common;
  std::string script;
  std::string cast;
  ReviewOptions review;
  std::size_t names = 100;
  bool silent = false;
};

int WriteReport(const Options& options) {
  const std::unique_ptr<Console> console = MakeConsole(options.common);
  const Workspace workspace{options.common.workdir, FindData()};
  const std::string book = BookName(options.script);
  std::filesystem::path path = options.common.output;
  if (path.empty()) {
    path = workspace.OutputPath(book).replace_filename(book + "-report.html");
  }
  const Script script = LoadScript(options.script, *console);
  const Presets presets = ReadPresets(workspace);
  const Cast cast =
      ReadOrMakeCast(script, presets, options.cast, workspace, book, {}, *console, false);
  const RenderingOptions rendering;
  const Profile profile = FindProfile(rendering.profile, workspace);

  ReportFacts facts;
  facts.script_path = options.script;
  // Before any thread or engine of this process: rendering forks.
  if (!options.silent) {
    facts.sound = RenderCastSound(script, cast, presets, profile,
                                  MakeRenderOptions(rendering, profile, {}), *console);
  }
  facts.estimate = EstimateBook(script, cast, profile, {});
  facts.review = ReviewScript(script, options.review);
  facts.names = FindProperNames(script);
  if (facts.names.size() > options.names) facts.names.resize(options.names);
  const std::unique_ptr<Synthesizer> synthesizer = MakeSynthesizer();
  PronounceNames(facts.names, cast.roles.at(kNarrator).voice, script.book.language,
                 ReadLexicons(script, workspace, book, {}, *console), *synthesizer);
  WriteFile(path, FormatReportPage(script, cast, presets, facts));

  JsonWriter json;
  json.BeginObject().Key("event").String("done").Key("report").String(path.string());
  json.Key("seconds").Number(facts.estimate.seconds);
  json.Key("doubtful").Integer(static_cast<std::int64_t>(facts.review.total)).EndObject();
  console->Result("report: " + path.string(), json.Text());
  return kDone;
}

}  // namespace

void AddReportCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "report", "Write a page about a script: chapters, cast, doubtful speakers, names");
  command->add_option("SCRIPT", options->script, "A script, as in scripts/<book>.json")->required();
  AddCommonOptions(*command, options->common, "The page (default: output/<book>-report.html)");
  command->add_option("--cast", options->cast, "The cast (default: voices/<book>.json)")
      ->type_name("FILE");
  command
      ->add_option("--below", options->review.below,
                   "Show speakers who are less sure than this (0 to 1)")
      ->type_name("C")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command->add_option("--most", options->review.most, "... and no more than so many")
      ->type_name("N")
      ->capture_default_str();
  command->add_option("--names", options->names, "Names to show, the most frequent first")
      ->type_name("N")
      ->capture_default_str();
  command->add_flag("--silent", options->silent, "Leave out the voices, which makes it small");
  command->callback([&action, options] { action = [options] { return WriteReport(*options); }; });
}

}  // namespace fullcast
