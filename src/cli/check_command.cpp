#include <CLI/App.hpp>
#include <algorithm>
#include <chrono>
#include <memory>

#include "cli/book_options.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/inspection_report.h"
#include "core/file.h"
#include "inspect/inspect.h"
#include "publish/check_page.h"

namespace fullcast {

namespace {

struct Options {
  CommonOptions common;
  std::string path;
  std::string profile = "default";
  std::string html;
};

// Decoding is the work: it is measured in milliseconds of sound.
RenderProgress ProgressOf(const InspectionProgress& at, double elapsed_seconds) {
  constexpr double kMsPerSecond = 1000;
  RenderProgress progress;
  progress.chapter = at.name;
  progress.chapter_number = at.file;
  progress.chapters = at.files;
  progress.letters = static_cast<std::size_t>(std::max(at.seconds, at.done_seconds) * kMsPerSecond);
  progress.letters_done = static_cast<std::size_t>(at.done_seconds * kMsPerSecond);
  progress.sound_seconds = at.done_seconds;
  progress.elapsed_seconds = elapsed_seconds;
  return progress;
}

int CheckAudiobook(const Options& options) {
  using Clock = std::chrono::steady_clock;
  const std::unique_ptr<Console> console = MakeConsole(options.common);
  const Workspace workspace{options.common.workdir, FindData()};
  const Clock::time_point start = Clock::now();
  const Inspection inspection =
      Inspect(AudioFilesAt(options.path), FindProfile(options.profile, workspace),
              [&](const InspectionProgress& at) {
                const std::chrono::duration<double> elapsed = Clock::now() - start;
                console->Progress(ProgressOf(at, elapsed.count()));
              });
  if (!options.html.empty()) WriteFile(options.html, WriteCheckPage(inspection));
  console->Result(DescribeInspection(inspection), InspectionJson(inspection));
  return WorstOf(inspection) == Verdict::kFail ? kDefects : kDone;
}

}  // namespace

void AddCheckCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "check", "Examine a finished audiobook, of any program: sound, chapters, tags, cover");
  command->add_option("AUDIOBOOK", options->path, "An audio file, or a folder of one book's files")
      ->required();
  command
      ->add_option("--profile", options->profile,
                   "What it is held against: default, acx, quiet, none or a .json file")
      ->capture_default_str();
  command->add_option("--html", options->html, "Write a page with waveform and loudness, too")
      ->type_name("FILE");
  AddTalkOptions(*command, options->common);
  command->footer("Exit code: 0 if nothing fails (warnings do not count), 3 if a rule fails.");
  command->callback(
      [&action, options] { action = [options] { return CheckAudiobook(*options); }; });
}

}  // namespace fullcast
