#include "cli/book_options.h"

#include <fmt/core.h>

#include <CLI/Validators.hpp>
#include <cstdint>
#include <thread>
#include <utility>

#include "audio/profile.h"
#include "cast/voice_json.h"
#include "cli/exit_code.h"
#include "core/json.h"
#include "core/utf8.h"
#include "produce/estimate.h"
#include "produce/piece_store.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

void ReportEstimate(const Script& script, const Cast& cast, const BookEstimate& book,
                    const fs::path& output, Console& console) {
  constexpr double kMegabyte = 1e6;
  std::string text = fmt::format("{}\n", output.string());
  JsonWriter json;
  json.BeginObject().Key("event").String("estimate").Key("output").String(output.string());
  json.Key("chapters").BeginArray();
  for (std::size_t i = 0; i < book.chapters.size(); ++i) {
    const ChapterEstimate& chapter = book.chapters[i];
    text += fmt::format("{:4}  {:>8}  {}\n", i + 1, FormatDuration(chapter.seconds), chapter.title);
    json.BeginObject().Key("title").String(chapter.title);
    json.Key("seconds").Number(chapter.seconds).EndObject();
  }
  json.EndArray().Key("characters").BeginArray();
  text += "Characters:";
  for (const Character& character : script.characters) {
    const auto role = cast.roles.find(character.id);
    const std::string preset = role == cast.roles.end() ? "" : role->second.preset;
    text += fmt::format("\n      {} ({})", character.name, preset);
    json.BeginObject().Key("id").String(character.id).Key("preset").String(preset).EndObject();
  }
  text += fmt::format("\n{} chapters, {} characters, about {}, {:.1f} MB; nothing was written",
                      book.chapters.size(), script.characters.size(), FormatDuration(book.seconds),
                      static_cast<double>(book.bytes) / kMegabyte);
  json.EndArray().Key("seconds").Number(book.seconds);
  json.Key("bytes").Integer(book.bytes).EndObject();
  console.Result(text, json.Text());
}

std::string DescribeDefect(const Script& script, const Defect& defect) {
  constexpr std::size_t kMostShown = 60;
  const ScriptChapter& chapter = script.chapters[defect.chapter];
  const std::string& text = chapter.segments[defect.segment].text;
  std::size_t shown = 0;  // never half a character
  while (shown < text.size() && shown < kMostShown) NextCodePoint(text, shown);
  return fmt::format("chapter {} \"{}\", segment {}: {}; a second of silence stands for: {}{}",
                     defect.chapter + 1, chapter.title, defect.segment + 1, defect.reason,
                     text.substr(0, shown), shown < text.size() ? "..." : "");
}

void ReportRendering(const Script& script, const RenderReport& report, const fs::path& output,
                     Console& console) {
  for (const Defect& defect : report.defects) console.Warn(DescribeDefect(script, defect));
  const double seconds = static_cast<double>(report.samples) / kSampleRateHz;
  JsonWriter json;
  json.BeginObject().Key("event").String("done").Key("output").String(output.string());
  json.Key("samples").Integer(report.samples);
  json.Key("speech_samples").Integer(report.speech_samples);
  json.Key("pause_samples").Integer(report.pause_samples);
  json.Key("sample_rate_hz").Integer(kSampleRateHz);
  json.Key("loudness_lufs").Number(report.loudness_lufs);
  json.Key("peak_dbfs").Number(report.peak_dbfs);
  json.Key("elapsed_seconds").Number(report.elapsed_seconds);
  json.Key("chapters").BeginArray();
  for (const ChapterMark& mark : report.chapters) {
    json.BeginObject().Key("title").String(mark.title);
    json.Key("start_sample").Integer(mark.sample).EndObject();
  }
  json.EndArray().Key("defects").BeginArray();
  for (const Defect& defect : report.defects) json.String(DescribeDefect(script, defect));
  json.EndArray().EndObject();
  console.Result(
      fmt::format("{}: {} chapters, {}, {:.1f} LUFS, peak {:.1f} dBFS; made in {} ({:.0f} times "
                  "as fast as it plays){}",
                  output.string(), report.chapters.size(), FormatDuration(seconds),
                  report.loudness_lufs, report.peak_dbfs, FormatDuration(report.elapsed_seconds),
                  seconds / report.elapsed_seconds,
                  report.defects.empty()
                      ? ""
                      : fmt::format("; {} segments could not be spoken", report.defects.size())),
      json.Text());
}

}  // namespace

void AddCastingOptions(CLI::App& command, CastingOptions& options) {
  command.add_option("--narrator", options.narrator, "The narrator's voice (see fullcast voices)")
      ->type_name("VOICE");
  command
      .add_option("--rate", options.rate_wpm, "The narrator's words a minute; the others follow")
      ->type_name("WPM")
      ->check(CLI::Range(kLeastRateWpm, kMostRateWpm));
  command.add_flag("--one-voice", options.one_voice, "Everything is read by the narrator");
  command
      .add_option("--series-cast", options.series,
                  "Voices of a series: who is in this file keeps the voice, who is new is added")
      ->type_name("FILE");
}

void AddSoundOptions(CLI::App& command, RenderingOptions& options) {
  command
      .add_option(
          "--lexicon", options.lexicons,
          "How words are pronounced: \"word = say-as\" lines, or a PLS file; may be repeated")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command
      .add_option("--expressive", options.expression,
                  "How strongly whispers, shouts and the like are heard, 0 to 1")
      ->type_name("E")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command.add_option("--profile", options.profile, "Pauses and loudness: a name or a .json file")
      ->capture_default_str();
  constexpr int kLeastKbps = 24;
  constexpr int kMostKbps = 256;
  command.add_option("--bitrate", options.bit_rate_kbps, "Of the sound, in kbit/s")
      ->type_name("KBPS")
      ->check(CLI::Range(kLeastKbps, kMostKbps))
      ->capture_default_str();
  command.add_option("--jobs", options.jobs, "Worker processes (default: one a core)")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  command.add_option("--cache", options.cache, "Where finished stretches of sound are kept")
      ->type_name("DIR");
  command.add_option("--cache-size", options.cache_megabytes, "What they may grow to, in MB")
      ->type_name("MB")
      ->capture_default_str();
  command.add_flag("--no-cache", options.no_cache, "Render everything anew, keep nothing");
  command.add_flag("--force", options.force, "Replace a file that was not made from this book");
}

void AddRenderingOptions(CLI::App& command, RenderingOptions& options) {
  command.add_option("--from", options.chapters.from, "First chapter, by number")->type_name("N");
  command.add_option("--to", options.chapters.to, "Last chapter, by number")->type_name("N");
  command.add_option("--chapters", options.chapters.list, "Chapters by number, as in 1,3-5")
      ->type_name("LIST");
  AddSoundOptions(command, options);
  command
      .add_option("--doubt", options.doubt,
                  "Speech whose speaker is less sure than this (0 to 1) is read by the role "
                  "\"unknown\"")
      ->type_name("C")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command.add_flag("--credits", options.credits, "Speak an opening and a closing");
  command.add_flag("--dry-run", options.dry_run, "Say what would be made, and write nothing");
}

CastRequest MakeCastRequest(const CastingOptions& options, bool fresh) {
  CastRequest request;
  request.narrator = options.narrator;
  if (options.rate_wpm > 0) request.rate_wpm = options.rate_wpm;
  request.one_voice = options.one_voice;
  request.series = options.series;
  request.fresh = fresh;
  return request;
}

Profile FindProfile(const std::string& name, const Workspace& workspace) {
  if (name.ends_with(".json")) return ReadProfile(name);
  const fs::path path = workspace.data / "voices" / "profiles" / (name + ".json");
  if (!fs::exists(path)) {
    throw Error("there is no profile \"" + name + "\"; give a name in " +
                path.parent_path().string() + " or a .json file");
  }
  return ReadProfile(path);
}

Cast ReadOrMakeCast(const Script& script, const Presets& presets, const std::string& cast_file,
                    const Workspace& workspace, const std::string& book, const CastRequest& request,
                    Console& console, bool write) {
  const fs::path path = cast_file.empty() ? workspace.CastPath(book) : fs::path(cast_file);
  if (!cast_file.empty() || fs::exists(path)) return LoadCast(script, presets, path, request);
  const MadeCast made = MakeCastFile(script, presets, path, request, console);
  if (write) SaveCast(made, console);
  return made.cast;
}

fs::path OutputFor(const CommonOptions& options, const Workspace& workspace,
                   const std::string& book) {
  if (options.output.empty()) return workspace.OutputPath(book);
  const fs::path output = options.output;
  return fs::is_directory(output) || !output.has_filename() ? output / (book + ".m4b") : output;
}

RenderOptions MakeRenderOptions(const RenderingOptions& options, fs::path output) {
  constexpr int kBitsPerKilobit = 1000;
  constexpr std::uintmax_t kBytesPerMegabyte = 1'000'000;
  RenderOptions render;
  render.output = std::move(output);
  render.encoder.bit_rate = options.bit_rate_kbps * kBitsPerKilobit;
  render.workers =
      options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  render.force = options.force;
  if (!options.no_cache) {
    const fs::path cache = options.cache.empty() ? UserCacheFolder() : fs::path(options.cache);
    if (!cache.empty()) render.cache = cache / "pieces";
    render.cache_bytes = options.cache_megabytes * kBytesPerMegabyte;
  }
  return render;
}

int RenderAndReport(Script script, const Cast& cast, const RenderingOptions& options,
                    const Workspace& workspace, const std::string& book, const fs::path& output,
                    Console& console) {
  const Profile profile = FindProfile(options.profile, workspace);
  KeepChapters(script, options.chapters);
  LeaveDoubtfulUnknown(script, options.doubt);
  if (options.credits) AddCredits(script);
  RenderOptions render = MakeRenderOptions(options, output);
  render.style = {ReadLexicons(workspace, book, options.lexicons, console), options.expression};
  if (options.dry_run) {
    ReportEstimate(script, cast, EstimateBook(script, cast, profile, render.encoder), output,
                   console);
    return kDone;
  }
  const RenderReport report = Render(script, cast, profile, render, console);
  ReportRendering(script, report, output, console);
  return report.defects.empty() ? kDone : kDefects;
}

}  // namespace fullcast
