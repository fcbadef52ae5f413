#include <fmt/core.h>

#include <CLI/App.hpp>
#include <memory>

#include "cli/exit_code.h"
#include "cli/open_script.h"
#include "core/json_writer.h"
#include "produce/pieces/speaking_style.h"
#include "produce/scripting/proper_names.h"
#include "speech/retrying_synthesizer.h"

namespace fullcast {

namespace {

struct Options {
  ScriptFileOptions file;
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
  const OpenedScript opened = OpenScript(options.file, {}, false);
  const Script& script = opened.script;
  const Voice& voice = opened.cast.roles.at(kNarrator).voice;
  const PronunciationLexicon lexicon =
      ReadLexicons(script, opened.workspace, opened.book, options.lexicons, *opened.console);
  std::vector<ProperName> names = FindProperNames(script);
  if (names.size() > options.most) names.resize(options.most);
  const std::unique_ptr<Synthesizer> synthesizer = MakeSynthesizer();
  PronounceNames(names, voice, script.book.language, lexicon, *synthesizer);
  const std::string& output = options.file.common.output;
  if (!output.empty()) {
    SpeakNames(names, voice, script.book.language, lexicon, *synthesizer, output);
  }
  Tell(names, script, output, *opened.console);
  return kDone;
}

}  // namespace

void AddNamesCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("names", "List a book's proper names and how they are pronounced");
  AddScriptFileOptions(*command, options->file, "A WAV file to speak them into");
  command->add_option("--lexicon", options->lexicons, "How words are pronounced; may be repeated")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command->add_option("--most", options->most, "List no more than this")
      ->type_name("N")
      ->capture_default_str();
  command->callback([&action, options] { action = [options] { return ListNames(*options); }; });
}

}  // namespace fullcast
