#include <fmt/core.h>

#include <CLI/App.hpp>
#include <memory>

#include "cli/book_options.h"
#include "cli/exit_code.h"
#include "core/json.h"
#include "produce/scripting/make_script.h"
#include "produce/scripting/proper_names.h"
#include "speech/retrying_synthesizer.h"

namespace fullcast {

namespace {

struct Options {
  CommonOptions common;
  std::string script;
  std::string cast;
  std::vector<std::string> lexicons;
  std::size_t most = 200;
};

void Tell(const std::vector<ProperName>& names, const Script& script, const std::string& output,
          Console& console) {
  std::string text;
  JsonWriter json;
  json.BeginObject().Key("event").String("names").StringUnlessEmpty("output", output);
  json.Key("names").BeginArray();
  for (const ProperName& name : names) {
    const std::string& chapter = script.chapters[name.chapter].title;
    text += fmt::format("{:6}  {:<18} {:<22} {:<14} {}: {}\n", name.count, name.name, name.phonemes,
                        name.lexicon, name.chapter + 1, name.first_use);
    json.BeginObject().Key("name").String(name.name);
    json.Key("count").Integer(static_cast<std::int64_t>(name.count));
    json.Key("phonemes").String(name.phonemes).StringUnlessEmpty("lexicon", name.lexicon);
    json.Key("chapter").Integer(static_cast<std::int64_t>(name.chapter + 1));
    json.Key("chapter_title").String(chapter);
    json.Key("first_use").String(name.first_use).EndObject();
  }
  text += output.empty() ? fmt::format("{} names", names.size())
                         : fmt::format("{} names, spoken in {}", names.size(), output);
  console.Result(text, json.EndArray().EndObject().Text());
}

int ListNames(const Options& options) {
  const std::unique_ptr<Console> console = MakeConsole(options.common);
  const Workspace workspace{options.common.workdir, FindData()};
  const std::string book = BookName(options.script);
  const Script script = LoadScript(options.script, *console);
  const Cast cast = ReadOrMakeCast(script, ReadPresets(workspace), options.cast, workspace, book,
                                   {}, *console, false);
  const Voice& voice = cast.roles.at(kNarrator).voice;
  const PronunciationLexicon lexicon =
      ReadLexicons(script, workspace, book, options.lexicons, *console);
  std::vector<ProperName> names = FindProperNames(script);
  if (names.size() > options.most) names.resize(options.most);
  const std::unique_ptr<Synthesizer> synthesizer = MakeSynthesizer();
  PronounceNames(names, voice, script.book.language, lexicon, *synthesizer);
  const std::string& output = options.common.output;
  if (!output.empty()) {
    SpeakNames(names, voice, script.book.language, lexicon, *synthesizer, output);
  }
  Tell(names, script, output, *console);
  return kDone;
}

}  // namespace

void AddNamesCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("names", "List a book's proper names and how they are pronounced");
  command->add_option("SCRIPT", options->script, "A script, as in scripts/<book>.json")->required();
  AddCommonOptions(*command, options->common, "A WAV file to speak them into");
  command->add_option("--cast", options->cast, "The cast (default: voices/<book>.json)")
      ->type_name("FILE");
  command->add_option("--lexicon", options->lexicons, "How words are pronounced; may be repeated")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command->add_option("--most", options->most, "List no more than this")
      ->type_name("N")
      ->capture_default_str();
  command->callback([&action, options] { action = [options] { return ListNames(*options); }; });
}

}  // namespace fullcast
