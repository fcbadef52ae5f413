#include <CLI/App.hpp>
#include <memory>

#include "cli/book_options.h"
#include "cli/open_script.h"
#include "produce/casting/audition.h"

namespace fullcast {

namespace {

struct Options {
  ScriptFileOptions file;
  AuditionRequest request;
  RenderingOptions rendering;
};

int RenderAudition(const Options& options) {
  const OpenedScript opened = OpenScript(options.file, {}, true);
  const Audition audition =
      MakeAudition(opened.script, opened.cast, opened.presets, options.request);
  const auto output = OutputFor(options.file.common, options.rendering, opened.workspace,
                                opened.book + "-audition");
  return RenderAndReport(audition.script, audition.cast, options.rendering, opened.workspace,
                         {opened.book, {}, output}, *opened.console);
}

}  // namespace

void AddAuditionCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("audition", "Hear everybody in three lines of their own, to tune voices");
  AddScriptFileOptions(*command, options->file,
                       "The audiobook, a chapter a speaker (default: output/<book>-audition.m4b)");
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
