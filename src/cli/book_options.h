// From the options of the commands that cast and render to what they ask for, and its making.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "audio/profile.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/rendering_options.h"
#include "core/cast.h"
#include "core/script.h"
#include "produce/casting/cast_sound.h"
#include "produce/casting/make_cast.h"
#include "produce/rendering/render.h"
#include "produce/workspace.h"

namespace fullcast {

/// How a script is to be cast, from the command line.
CastRequest MakeCastRequest(const CastingOptions& options, bool fresh);

/// What the layout asks for where nothing else was said. Throws Error where something else was that
/// it does not take.
RenderingOptions WithLayout(RenderingOptions options);

/// A book that is rendered, and its files.
struct RenderTarget {
  std::string book;                 ///< what its files are called
  std::filesystem::path book_file;  ///< that the script was made from
  std::filesystem::path output;     ///< not yet with the extension of its format
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

/// The output gets the extension of the first format that was asked for; where none was, it keeps
/// that of a format, else .m4b is added. Throws Error, also if one of the user's sounds can't be
/// read.
RenderOptions MakeRenderOptions(const RenderingOptions& options, const Profile& profile,
                                const std::filesystem::path& book_file,
                                const std::filesystem::path& output);

/// Renders the script (or, with --dry-run, says what would be made) and tells the result. Returns
/// the exit code.
int RenderAndReport(Script script, const Cast& cast, const RenderingOptions& options,
                    const Workspace& workspace, const RenderTarget& target, Console& console);

}  // namespace fullcast
