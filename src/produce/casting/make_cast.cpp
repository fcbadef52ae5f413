#include "produce/casting/make_cast.h"

#include <map>
#include <utility>
#include <vector>

#include "cast/cast_file.h"
#include "cast/casting.h"
#include "cast/series_cast.h"
#include "core/file.h"
#include "core/interrupt.h"
#include "produce/casting/change_cast.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

SeriesCast ReadSeries(const CastRequest& request, const Presets& presets) {
  if (request.series.empty() || !fs::exists(request.series)) return {};
  return ParseSeriesCast(ReadFile(request.series), request.series.string(), presets);
}

// `kept`: roles that win over those of the series.
Cast CastWith(const Script& script, const Presets& presets, const CastRequest& request,
              std::map<std::string, Role> kept, const SeriesCast& series) {
  CastOptions options;
  options.narrator = request.narrator;
  options.one_voice = request.one_voice;
  options.rate_wpm = request.rate_wpm;
  options.kept = std::move(kept);
  options.kept.merge(series.RolesIn(script));
  // What is asked for on the command line is newer than what stands in a file.
  if (!request.narrator.empty()) options.kept.erase(kNarrator);
  if (request.one_voice) options.kept.clear();
  return MakeCast(script, presets, options);
}

}  // namespace

Presets ReadPresets(const Workspace& workspace) {
  const fs::path ours = workspace.data / "voices" / "presets.json";
  const fs::path users = workspace.workdir / "voices" / "presets.json";
  std::vector<fs::path> files = {ours};
  std::error_code error;
  if (fs::exists(users, error) && !fs::equivalent(ours, users, error)) files.push_back(users);
  return Presets::Read(files);
}

MadeCast MakeCastFile(const Script& script, const Presets& presets, const fs::path& cast_path,
                      const CastRequest& request, Reporter& reporter) {
  const bool is_changed = !request.changes.empty();
  std::map<std::string, Role> kept;
  bool edited = false;
  if (!request.fresh && fs::exists(cast_path)) {
    const std::string text = ReadFile(cast_path);
    edited = IsEditedCast(text, cast_path.string());
    if (edited || is_changed) {
      kept = ReadCastFile(text, cast_path.string(), script, presets).cast.roles;
    }
    if (edited && !is_changed) {
      reporter.Note("kept " + cast_path.string() +
                    ": edited by hand (--fresh would cast the book anew)");
    }
  }
  SeriesCast series = ReadSeries(request, presets);
  Cast cast = CastWith(script, presets, request, std::move(kept), series);
  if (is_changed) ChangeCast(request.changes, presets, cast);
  // One voice for everything is a manner of reading, not a cast to keep.
  MadeCast made{.cast = cast,
                .path = cast_path,
                .text = {},
                .series_path = request.series,
                .series_text = {}};
  if (is_changed || (!edited && !request.one_voice)) {
    made.text = FormatCast(cast, script, presets, is_changed);
  }
  if (!request.series.empty() && !request.one_voice) {
    series.Remember(script, cast);
    made.series_text = FormatSeriesCast(series, presets);
  }
  return made;
}

Cast LoadCast(const Script& script, const Presets& presets, const fs::path& cast_path,
              const CastRequest& request) {
  const CastFile file = ReadCastFile(ReadFile(cast_path), cast_path.string(), script, presets);
  return CastWith(script, presets, request, file.cast.roles, ReadSeries(request, presets));
}

void SaveCast(const MadeCast& made, Reporter& reporter) {
  ThrowIfInterrupted();
  if (!made.text.empty()) {
    UpdateFile(made.path, made.text);
    reporter.Note("cast: " + made.path.string());
  }
  if (!made.series_text.empty()) {
    UpdateFile(made.series_path, made.series_text);
    reporter.Note("voices of the series: " + made.series_path.string());
  }
}

}  // namespace fullcast
