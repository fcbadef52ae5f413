// The script as a file: JSON, one segment a line. Format: scripts/README.md.
#pragma once

#include <string>
#include <string_view>

#include "core/reading_choice.h"
#include "core/script.h"

namespace fullcast {

/// A script as it was read, and what its file says of its origin.
struct ScriptFile {
  Script script;
  std::string source_path;  ///< the book it was made from
  ReadingChoice reading;    ///< what was chosen of it to be read
  std::string source_hash;  ///< ContentHash of that book's bytes, when it was annotated
  std::string digest;       ///< of the script when fullcast made it; empty: unknown
  bool edited = false;      ///< by hand, since it was made
};

/// The file's text. `source_path`, `source_hash` and `reading` are kept for the next run.
std::string FormatScript(const Script& script, std::string_view source_path,
                         std::string_view source_hash, const ReadingChoice& reading = {});

/// The text of a file whose script was changed on a person's behalf: it keeps what it says of its
/// origin, the digest included, and so counts as edited by hand.
std::string FormatScript(const ScriptFile& file);

/// Reads a script's text; `file` is for messages. Throws Error with file, line and column on broken
/// JSON, missing or misspelt fields, an unknown speaker, a chapter without segments, offsets that
/// run backwards.
ScriptFile ParseScript(std::string_view text, const std::string& file);

/// The name of a sex as it stands in files.
std::string_view NameOf(Gender gender);

}  // namespace fullcast
