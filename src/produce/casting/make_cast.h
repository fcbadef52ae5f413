// The second stage: from a script to its cast file, without discarding anybody's work.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cast/presets.h"
#include "cast/role_change.h"
#include "core/cast.h"
#include "core/script.h"
#include "produce/reporter.h"
#include "produce/workspace.h"

namespace fullcast {

struct CastRequest {
  std::string narrator;          ///< a preset's name; empty: the language's narrator
  std::optional<int> rate_wpm;   ///< the narrator's rate; the others keep their proportion to it
  bool one_voice = false;        ///< everything is read by the narrator
  bool fresh = false;            ///< discard a cast that was edited by hand
  std::filesystem::path series;  ///< file of the series' voices, which need not exist; empty: none
  std::vector<RoleChange> changes;  ///< made to the cast that is there, or else to a new one
};

/// Our presets, and the user's own (voices/presets.json in the working folder), which win by name.
Presets ReadPresets(const Workspace& workspace);

/// A cast on its way to its file.
struct MadeCast {
  Cast cast;
  std::filesystem::path path;
  std::string text;  ///< what SaveCast() is to write; empty: the file there is kept
  std::filesystem::path series_path;
  std::string series_text;  ///< likewise, of the series' file
};

/// Casts the script. Who is in the series' file keeps the voice it has there, unless the book's own
/// cast, edited by hand, says otherwise; then the series' file is to say what the book's does.
///
/// Roles in a file at `cast_path` that was edited by hand, or is to be changed
/// now, are kept; only who has none is cast. Says what it kept. Throws Error when a preset is
/// unknown, a change impossible, or the file can't be read; changes nothing on disk.
MadeCast MakeCastFile(const Script& script, const Presets& presets,
                      const std::filesystem::path& cast_path, const CastRequest& request,
                      Reporter& reporter);

/// The cast of a file, edited or not, completed for who is not in it. Throws Error.
Cast LoadCast(const Script& script, const Presets& presets, const std::filesystem::path& cast_path,
              const CastRequest& request);

/// Throws Error when the file can't be written.
void SaveCast(const MadeCast& made, Reporter& reporter);

}  // namespace fullcast
