// The cast of one book as a file to be edited by hand. Format: voices/README.md.
#pragma once

#include <string>
#include <string_view>

#include "cast/presets.h"
#include "core/cast.h"
#include "core/script.h"

namespace fullcast {

struct CastFile {
  Cast cast;
  bool edited = false;  ///< a person changed it since fullcast wrote it; white space does not count
};

/// The file's text: one line a speaker, the narrator first, then by how much they speak; each names
/// a preset and what differs from it. Roles of nobody in the script are left out. A role whose
/// preset is not among `presets` is written with all its voice. A cast that a person chose is
/// written `by_hand`, as if edited in the file.
std::string FormatCast(const Cast& cast, const Script& script, const Presets& presets,
                       bool by_hand = false);

/// Whether a person changed the file since fullcast wrote it; see CastFile::edited. Throws Error
/// with file, line and column where it is no cast file.
bool IsEditedCast(std::string_view text, const std::string& file);

/// Reads what FormatCast() wrote or a person did. It need not name every speaker of the script:
/// MakeCast() casts the others. Throws Error with file, line and column at broken JSON, an unknown
/// field, a value out of range, a preset that is not among `presets`, and a speaker that the
/// script does not have. `file` is used in messages only.
CastFile ReadCastFile(std::string_view text, const std::string& file, const Script& script,
                      const Presets& presets);

}  // namespace fullcast
