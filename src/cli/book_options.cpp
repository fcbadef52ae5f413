#include "cli/book_options.h"

#include <CLI/Validators.hpp>
#include <algorithm>
#include <thread>

#include "cast/voice_json.h"
#include "cli/exit_code.h"
#include "cli/inspection_report.h"
#include "cli/rendering_report.h"
#include "core/error.h"
#include "core/file.h"
#include "encode/quality.h"
#include "inspect/inspect.h"
#include "produce/rendering/companions.h"
#include "produce/rendering/estimate.h"
#include "produce/rendering/layout.h"
#include "produce/rendering/output_paths.h"
#include "produce/rendering/read_along.h"
#include "publish/timing_json.h"

namespace fullcast {

namespace fs = std::filesystem;

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
  command
      .add_option("--quality", options.quality,
                  "Of the encoded sound: fast, default, or best (larger files, not slower)")
      ->type_name("Q")
      ->check(CLI::IsMember(QualityNames()))
      ->capture_default_str();
  constexpr int kLeastKbps = 24;
  constexpr int kMostKbps = 256;
  command
      .add_option("--bitrate", options.bit_rate_kbps,
                  "Of the sound, in kbit/s (default: as the quality has it)")
      ->type_name("KBPS")
      ->check(CLI::Range(kLeastKbps, kMostKbps));
  constexpr int kWorstQuality = 9;
  command
      .add_option("--vbr", options.mp3_quality,
                  "MP3 with a variable bit rate, of LAME's quality: 0 (best) to 9")
      ->type_name("Q")
      ->check(CLI::Range(0, kWorstQuality));
  command.add_flag("--library-encoder", options.library_encoder,
                   "libavcodec's own defaults, as ffmpeg uses them: slower and no better");
  command.add_option("--jobs", options.jobs, "Worker processes (default: one a core)")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  AddCacheOptions(command, options.cache);
  command.add_flag("--no-cache", options.no_cache, "Render everything anew, keep nothing");
  command.add_flag("--force", options.force, "Replace a file that was not made from this book");
}

void AddRenderingOptions(CLI::App& command, RenderingOptions& options) {
  command.add_option("--from", options.chapters.from, "First chapter, by number")->type_name("N");
  command.add_option("--to", options.chapters.to, "Last chapter, by number")->type_name("N");
  command.add_option("--chapters", options.chapters.list, "Chapters by number, as in 1,3-5")
      ->type_name("LIST");
  command
      .add_option("--format", options.formats,
                  "m4b, m4a, mp3, opus, flac or wav; several, as in m4b,mp3, are made at once "
                  "(default: m4b, or as -o ends)")
      ->type_name("LIST")
      ->delimiter(',');
  command.add_option("--split", options.split, "\"chapter\": a file a chapter, in a folder")
      ->type_name("WHERE")
      ->check(CLI::IsMember({"chapter"}));
  command
      .add_option("--layout", options.layout,
                  "Lay the files out as \"audiobookshelf\" reads them, a folder a book with its "
                  "cover and details, or as \"acx\" takes them: MP3 files in order, with credits "
                  "and a retail sample")
      ->type_name("WHOSE")
      ->check(CLI::IsMember({"audiobookshelf", "acx"}));
  command
      .add_option("--read-along", options.read_along,
                  "Text with its times, beside the sound: vtt, srt, lrc, json, chapters (of "
                  "podcasts), html (a page that plays it), epub (with Media Overlays), lpf (W3C "
                  "audiobook); several, as in html,epub")
      ->type_name("LIST")
      ->delimiter(',');
  command
      .add_option("--timeline", options.timeline,
                  "Write which bytes of the source are heard at which samples, as JSON")
      ->type_name("FILE");
  AddSoundOptions(command, options);
  command
      .add_option("--doubt", options.doubt,
                  "Speech whose speaker is less sure than this (0 to 1) is read by the role "
                  "\"unknown\"")
      ->type_name("C")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command.add_flag("--credits", options.credits, "Speak an opening and a closing");
  const auto add_sound = [&](const char* name, fs::path& file, const char* help) {
    command.add_option(name, file, help)->type_name("FILE");
  };
  add_sound("--intro", options.sounds.intro, "A sound (WAV, FLAC, Ogg) ahead of the book");
  add_sound("--outro", options.sounds.outro, "... behind it");
  add_sound("--chapter-chime", options.sounds.chapter_chime, "... ahead of each chapter");
  add_sound("--scene-sound", options.sounds.scene_break, "... where a scene ends");
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

RenderingOptions WithLayout(RenderingOptions options) {
  constexpr int kLeastAcxKbps = 192;
  if (LayoutNamed(options.layout) != Layout::kAcx) return options;
  if (options.formats.empty()) options.formats = {"mp3"};
  if (options.formats != std::vector<std::string>{"mp3"}) {
    throw Error("an upload to ACX takes MP3 only: leave out --format");
  }
  if (options.mp3_quality != RenderingOptions().mp3_quality) {
    throw Error("an upload to ACX takes a constant bit rate: leave out --vbr");
  }
  if (options.bit_rate_kbps == 0) options.bit_rate_kbps = kLeastAcxKbps;
  if (options.bit_rate_kbps < kLeastAcxKbps) {
    throw Error("an upload to ACX takes 192 kbit/s or more: leave out --bitrate");
  }
  if (options.profile == RenderingOptions().profile) options.profile = "acx";
  options.split = "chapter";
  return options;
}

fs::path OutputFor(const CommonOptions& options, const RenderingOptions& rendering,
                   const Workspace& workspace, const std::string& book) {
  if (options.output.empty()) return workspace.OutputPath(book);
  const fs::path output = options.output;
  if (!rendering.layout.empty()) return output / (book + ".m4b");
  return fs::is_directory(output) || !output.has_filename() ? output / (book + ".m4b") : output;
}

void EditScript(Script& script, const RenderingOptions& options) {
  KeepChapters(script, options.chapters);
  LeaveDoubtfulUnknown(script, options.doubt);
  if (LayoutNamed(options.layout) == Layout::kAcx) {
    AddAcxParts(script);
  } else if (options.credits) {
    AddCredits(script);
  }
}

namespace {

Delivery DeliveryOf(Format format, const RenderingOptions& options, const Profile& profile) {
  constexpr int kBitsPerKilobit = 1000;
  Delivery delivery{format, SettingsOf(CodecOf(format), QualityNamed(options.quality))};
  EncoderSettings& encoder = delivery.encoder;
  encoder.sample_rate_hz = profile.sample_rate_hz;
  if (encoder.codec == Codec::kPcm) return delivery;
  if (options.bit_rate_kbps > 0) encoder.bit_rate = options.bit_rate_kbps * kBitsPerKilobit;
  if (encoder.codec == Codec::kMp3) encoder.quality = options.mp3_quality;
  if (options.library_encoder) encoder.search = Search::kLibrary;
  return delivery;
}

}  // namespace

std::size_t Workers(const RenderingOptions& options) {
  return options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

RenderOptions MakeRenderOptions(const RenderingOptions& options, const Profile& profile,
                                const fs::path& book_file, const fs::path& output) {
  RenderOptions render;
  render.book = book_file;
  render.output = output;
  render.split_chapters = !options.split.empty();
  render.layout = LayoutNamed(options.layout);
  for (const std::string& name : options.read_along) {
    render.read_along.push_back(ReadAlongNamed(name));
  }
  render.sounds = ReadBookSounds(options.sounds);
  render.deliveries.clear();
  for (const std::string& name : options.formats) {
    const Delivery delivery = DeliveryOf(FormatNamed(name), options, profile);
    const auto is_it = [&](const Delivery& other) { return other.format == delivery.format; };
    if (std::none_of(render.deliveries.begin(), render.deliveries.end(), is_it)) {
      render.deliveries.push_back(delivery);
    }
  }
  if (render.deliveries.empty()) {
    render.deliveries.push_back(
        DeliveryOf(FormatOf(output).value_or(Format::kM4b), options, profile));
  } else {
    render.output = WithoutFormat(output);
    render.output += "." + std::string(NameOf(render.deliveries.front().format));
  }
  render.workers = Workers(options);
  render.force = options.force;
  if (!options.no_cache) render.cache = PieceFolder(options.cache);
  render.cache_bytes = MostBytes(options.cache);
  return render;
}

CastSound RenderPageSound(const Script& script, const Cast& cast, const Presets& presets,
                          const Workspace& workspace, Console& console) {
  const RenderingOptions options;
  const Profile profile = FindProfile(options.profile, workspace);
  return RenderCastSound(script, cast, presets, profile,
                         MakeRenderOptions(options, profile, {}, {}), console);
}

int RenderAndReport(Script script, const Cast& cast, const RenderingOptions& options,
                    const Workspace& workspace, const RenderTarget& target, Console& console) {
  const Profile profile = FindProfile(options.profile, workspace);
  EditScript(script, options);
  RenderOptions render = MakeRenderOptions(options, profile, target.book_file, target.output);
  render.style = {ReadLexicons(script, workspace, target.book, options.lexicons, console),
                  options.expression};
  if (options.dry_run) {
    CheckCompanions(script, render);
    ReportEstimate(script, cast, EstimateBook(script, cast, profile, render),
                   PlaceOf(script, render), console);
    return kDone;
  }
  render.timelines_wanted = !options.timeline.empty();
  RenderReport report = Render(script, cast, profile, render, console);
  if (!options.timeline.empty()) {
    WriteFile(options.timeline, WriteTimingJson(script, report.timelines.front()));
    report.companions.emplace_back(options.timeline);
  }
  console.Note("check: " + SummarizeInspection(
                               InspectStructure(report.files, profile, !render.split_chapters)));
  ReportRendering(script, report, PlaceOf(script, render), console);
  return report.defects.empty() ? kDone : kDefects;
}

}  // namespace fullcast
