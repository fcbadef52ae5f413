#include <fmt/core.h>

#include <CLI/App.hpp>
#include <memory>

#include "cli/book_options.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "core/json_writer.h"
#include "produce/casting/make_cast.h"
#include "produce/casting/speak_sample.h"
#include "script/script_file.h"
#include "speech/engine_voices.h"

namespace fullcast {

namespace {

struct Options {
  CommonOptions common;
  std::string language;
  std::string voice;
  std::string say = "It was a bright cold day, and the clocks were striking. \"Who is there?\"";
  std::string profile = "default";
};

std::string DescribePresets(const std::vector<Preset>& presets) {
  std::string text = "Presets, for --narrator and for casts:\n";
  for (const Preset& preset : presets) {
    text += fmt::format("  {:<20} {:<7} {:<16} {}\n", preset.name, NameOf(preset.sex),
                        preset.language, preset.description);
  }
  return text;
}

std::string DescribeEngine(const std::vector<EngineVoice>& voices, const std::string& title) {
  std::string text = "\n" + title + "\n";
  for (const EngineVoice& voice : voices) {
    text += fmt::format("  {:<24} {:<7} {:<16} {}\n", voice.file, NameOf(voice.gender),
                        voice.language, voice.name);
  }
  return text;
}

void WriteVoices(JsonWriter& json, const char* key, const std::vector<EngineVoice>& voices) {
  json.Key(key).BeginArray();
  for (const EngineVoice& voice : voices) {
    json.BeginObject().Key("file").String(voice.file).Key("name").String(voice.name);
    json.StringUnlessEmpty("language", voice.language);
    json.Key("gender").String(NameOf(voice.gender)).EndObject();
  }
  json.EndArray();
}

bool Speaks(const std::string& voice_language, const std::string& wanted) {
  return wanted.empty() || PrimaryLanguage(voice_language) == PrimaryLanguage(wanted);
}

int ListVoices(const Options& options, const Presets& presets, Console& console) {
  const std::vector<Preset> ours =
      options.language.empty() ? presets.all() : presets.OfLanguage(options.language);
  std::vector<EngineVoice> voices = ListEngineVoices();
  std::erase_if(
      voices, [&](const EngineVoice& voice) { return !Speaks(voice.language, options.language); });
  const std::vector<EngineVoice> variants = ListEngineVariants();
  JsonWriter json;
  json.BeginObject().Key("event").String("voices").Key("presets").BeginArray();
  for (const Preset& preset : ours) {
    json.BeginObject().Key("name").String(preset.name);
    json.Key("gender").String(NameOf(preset.sex)).Key("language").String(preset.language);
    json.Key("description").String(preset.description).EndObject();
  }
  json.EndArray();
  WriteVoices(json, "engine_voices", voices);
  WriteVoices(json, "engine_variants", variants);
  json.EndObject();
  console.Result(DescribePresets(ours) +
                     DescribeEngine(voices, "eSpeak NG's voices (\"voice\" in a preset or cast):") +
                     DescribeEngine(variants, "eSpeak NG's variants (\"variant\"):"),
                 json.Text());
  return kDone;
}

int SpeakVoice(const Options& options, const Presets& presets, const Workspace& workspace,
               Console& console) {
  const Preset* preset = presets.Find(options.voice);
  if (preset == nullptr) {
    throw Error("there is no voice \"" + options.voice + "\"; fullcast voices lists them");
  }
  const std::string path =
      options.common.output.empty() ? options.voice + ".wav" : options.common.output;
  SpeakSample({options.say, preset->voice}, FindProfile(options.profile, workspace), path);
  JsonWriter json;
  json.BeginObject().Key("event").String("done").Key("output").String(path).EndObject();
  console.Result(path, json.Text());
  return kDone;
}

int Voices(const Options& options) {
  const std::unique_ptr<Console> console = MakeConsole(options.common);
  const Workspace workspace{options.common.workdir, FindData()};
  const Presets presets = ReadPresets(workspace);
  return options.voice.empty() ? ListVoices(options, presets, *console)
                               : SpeakVoice(options, presets, workspace, *console);
}

}  // namespace

void AddVoicesCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("voices", "List the voices, or hear one");
  command->add_option("VOICE", options->voice, "Write this preset's voice to a WAV file");
  AddCommonOptions(*command, options->common, "The WAV file (default: VOICE.wav)");
  command->add_option("--say", options->say, "What it is to say")->type_name("TEXT");
  command->add_option("--profile", options->profile, "Its loudness: a name or a .json file")
      ->capture_default_str();
  command->add_option("--language", options->language, "Only voices of this language, as in fr")
      ->type_name("TAG");
  command->callback([&action, options] { action = [options] { return Voices(*options); }; });
}

}  // namespace fullcast
