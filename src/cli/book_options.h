// Options of the commands that cast and render.
#pragma once

#include <CLI/App.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "audio/profile.h"
#include "cli/cache_options.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "core/cast.h"
#include "core/script.h"
#include "produce/casting/cast_sound.h"
#include "produce/casting/make_cast.h"
#include "produce/pieces/book_sounds.h"
#include "produce/rendering/render.h"
#include "produce/scripting/edit_script.h"
#include "produce/workspace.h"

namespace fullcast {

/// How the cast is made.
struct CastingOptions {
  std::string narrator;
  int rate_wpm = 0;  ///< 0: as the presets say
  bool one_voice = false;
  std::string series;  ///< file of the series' voices
};

/// What is rendered, and how.
struct RenderingOptions {
  ChapterChoice chapters;
  std::string profile = "default";
  std::vector<std::string> formats;     ///< by name; empty: as the output's extension says
  std::string split;                    ///< "chapter" or empty
  std::string layout;                   ///< by name, or empty
  std::vector<std::string> read_along;  ///< by name
  std::string timeline;                 ///< a file; empty: none
  BookSoundFiles sounds;
  std::string quality = "default";
  int bit_rate_kbps = 0;  ///< 0: as the quality has it
  int mp3_quality = kByBitRate;
  bool library_encoder = false;  ///< Search::kLibrary
  std::size_t jobs = 0;          ///< 0: as many as there are cores
  CacheOptions cache;
  bool no_cache = false;
  std::vector<std::string> lexicons;
  double expression = kModerateExpression;
  double doubt = 0;  ///< speech less sure than this is read by the unknown role
  bool credits = false;
  bool force = false;
  bool dry_run = false;
};

void AddCastingOptions(CLI::App& command, CastingOptions& options);
/// How it sounds and how it is made: for all that is rendered, if it is a book or not.
void AddSoundOptions(CLI::App& command, RenderingOptions& options);
/// Those, and what only a book has.
void AddRenderingOptions(CLI::App& command, RenderingOptions& options);

/// How a script is to be cast, from the command line.
CastRequest MakeCastRequest(const CastingOptions& options, bool fresh);

/// What the layout asks for where nothing else was said. Throws Error where something else was that
/// it does not take.
RenderingOptions WithLayout(RenderingOptions options);

/// A book that is rendered, and its files.
struct RenderTarget {
  std::string book;                 ///< what its files are called
  std::filesystem::path book_file;  ///< that the script was made from
  std::filesystem::path output;     ///< the extension is not yet that of another format
};

/// The audiobook's file: -o (in which the name is added to a folder, as a layout's always is), or
/// output/<book>.m4b.
std::filesystem::path OutputFor(const CommonOptions& options, const RenderingOptions& rendering,
                                const Workspace& workspace, const std::string& book);

/// A profile by its name, or by the path of a .json file. Throws Error.
Profile FindProfile(const std::string& name, const Workspace& workspace);

/// Everybody's audition, to be part of a page.
CastSound RenderPageSound(const Script& script, const Cast& cast, const Presets& presets,
                          const Workspace& workspace, Console& console);

/// Leaves in the script what is to be rendered, and adds what is to be said about the book.
void EditScript(Script& script, const RenderingOptions& options);

/// How many worker processes were asked for.
std::size_t Workers(const RenderingOptions& options);

/// The output gets the extension of the first format, unless none was asked for. Throws Error, also
/// if one of the user's sounds can't be read.
RenderOptions MakeRenderOptions(const RenderingOptions& options, const Profile& profile,
                                const std::filesystem::path& book_file,
                                const std::filesystem::path& output);

/// Renders the script (or, with --dry-run, says what would be made) and tells the result. Returns
/// the exit code.
int RenderAndReport(Script script, const Cast& cast, const RenderingOptions& options,
                    const Workspace& workspace, const RenderTarget& target, Console& console);

}  // namespace fullcast
