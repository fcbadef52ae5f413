#include "cli/book_options.h"

#include <algorithm>
#include <thread>

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
  }
  if (!options.formats.empty() || !FormatOf(output)) {
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
  if (!report.IsOfEarlierRun() && console.TellsNotes()) {
    console.Note("check: " + SummarizeInspection(
                                 InspectStructure(report.files, profile, !render.split_chapters)));
  }
  ReportRendering(script, report, PlaceOf(script, render), console);
  return report.defects.empty() ? kDone : kDefects;
}

}  // namespace fullcast
