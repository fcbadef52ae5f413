#include <CLI/App.hpp>
#include <memory>

#include "cli/book_options.h"
#include "produce/casting/audition.h"
#include "produce/scripting/make_script.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

struct Options {
  CommonOptions common;
  std::string script;
  std::string cast;
  AuditionRequest request;
  RenderingOptions rendering;
};

int RenderAudition(const Options& options) {
  const std::unique_ptr<Console> console = MakeConsole(options.common);
  const Workspace workspace{options.common.workdir, FindData()};
  const std::string book = BookName(options.script);
  const fs::path output = OutputFor(options.common, workspace, book + "-audition");
  const Script script = LoadScript(options.script, *console);
  const Presets presets = ReadPresets(workspace);
  const Cast cast = ReadOrMakeCast(script, presets, options.cast, workspace, book, {}, *console);
  const Audition audition = MakeAudition(script, cast, presets, options.request);
  return RenderAndReport(audition.script, audition.cast, options.rendering, workspace, book, output,
                         *console);
}

}  // namespace

void AddAuditionCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("audition", "Hear everybody in three lines of their own, to tune voices");
  command->add_option("SCRIPT", options->script, "A script, as in scripts/<book>.json")->required();
  AddCommonOptions(*command, options->common,
                   "The audiobook, a chapter a speaker (default: output/<book>-audition.m4b)");
  command->add_option("--cast", options->cast, "The cast (default: voices/<book>.json)")
      ->type_name("FILE");
  command
      ->add_option("--character", options->request.characters,
                   "Only this speaker (an id of the script); may be given again")
      ->type_name("ID")
      ->allow_extra_args(false);
  command
      ->add_option("--try", options->request.tries,
                   "A variant of that character's voice, a chapter of its own behind the voice as "
                   "it is cast: preset, voice, variant, pitch, range, rate or gain, as in "
                   "pitch=62,rate=160; may be given again")
      ->type_name("SETTING=VALUE,...")
      ->allow_extra_args(false);
  command->add_option("--most", options->request.most, "Only the biggest parts, this many")
      ->type_name("N");
  AddSoundOptions(*command, options->rendering);
  command->callback(
      [&action, options] { action = [options] { return RenderAudition(*options); }; });
}

}  // namespace fullcast
