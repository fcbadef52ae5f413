#include <CLI/App.hpp>
#include <CLI/Validators.hpp>
#include <memory>
#include <string>

#include "cli/book_options.h"
#include "cli/exit_code.h"
#include "cli/open_script.h"
#include "core/file.h"
#include "core/json_writer.h"
#include "produce/pieces/speaking_style.h"
#include "produce/reporting/report_page.h"
#include "speech/retrying_synthesizer.h"

namespace fullcast {

namespace {

struct Options {
  ScriptFileOptions file;
  ReviewOptions review;
  std::size_t names = 100;
  bool silent = false;
};

int WriteReport(const Options& options) {
  const OpenedScript opened = OpenScript(options.file, {}, false);
  const Script& script = opened.script;
  std::filesystem::path path = options.file.common.output;
  if (path.empty()) path = opened.workspace.PagePath(opened.book, "report");
  const Profile profile = FindProfile(RenderingOptions().profile, opened.workspace);

  ReportFacts facts;
  facts.script_path = options.file.script;
  // Before any thread or engine of this process: rendering forks.
  if (!options.silent) {
    facts.sound =
        RenderPageSound(script, opened.cast, opened.presets, opened.workspace, *opened.console);
  }
  facts.estimate = EstimateBook(script, opened.cast, profile, {});
  facts.review = ReviewScript(script, options.review);
  facts.names = FindProperNames(script);
  if (facts.names.size() > options.names) facts.names.resize(options.names);
  const std::unique_ptr<Synthesizer> synthesizer = MakeSynthesizer();
  PronounceNames(facts.names, opened.cast.roles.at(kNarrator).voice, script.book.language,
                 ReadLexicons(script, opened.workspace, opened.book, {}, *opened.console),
                 *synthesizer);
  WriteFile(path, FormatReportPage(script, opened.cast, opened.presets, facts));

  JsonWriter json;
  json.BeginObject().Key("event").String("done").Key("report").String(path.string());
  json.Key("seconds").Number(facts.estimate.seconds);
  json.Key("doubtful").Integer(static_cast<std::int64_t>(facts.review.total)).EndObject();
  opened.console->Result("report: " + path.string(), json.Text());
  return kDone;
}

}  // namespace

void AddReportCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "report", "Write a page about a script: chapters, cast, doubtful speakers, names");
  AddScriptFileOptions(*command, options->file, "The page (default: output/<book>-report.html)");
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
