// The first stage: from a book to its script file, without discarding anybody's work.
#pragma once

#include <filesystem>
#include <string>

#include "core/reading_choice.h"
#include "core/script.h"
#include "produce/reporter.h"

namespace fullcast {

struct ScriptOptions {
  ScriptOptions() { info.language.clear(); }

  bool fresh = false;                 ///< discard a script that was edited by hand
  BookInfo info;                      ///< overrides the book's where it is not empty
  ReadingRequest reading;             ///< what of the book is read
  std::filesystem::path attribution;  ///< folder of BookNLP's files, to take who says what from
};

/// A script on its way to its file.
struct MadeScript {
  Script script;
  std::filesystem::path path;
  std::string text;   ///< what SaveScript() is to write; empty: the file there is kept
  std::string cover;  ///< bytes of the picture that the script's book.cover names, or empty
};

/// Reads the book, annotates it and proves that the script holds the book's whole text. A script at
/// `script_path` that was edited by hand is kept and given back instead; if it is of another book,
/// Error. What was chosen of the book is remembered by its script, unless `fresh`. Says what it
/// did. Throws Error when the book can't be read; changes nothing on disk.
MadeScript MakeScript(const std::filesystem::path& book_path,
                      const std::filesystem::path& script_path, const ScriptOptions& options,
                      Reporter& reporter);

/// Throws Error when the file can't be written.
void SaveScript(const MadeScript& made, Reporter& reporter);

struct LoadedScript {
  Script script;
  std::filesystem::path book;  ///< that it was made from, which need not be there any more
};

/// A script that is there already, proven against its book where that can still be found: what
/// differs is reported, not refused. Throws Error.
LoadedScript LoadScript(const std::filesystem::path& script_path, Reporter& reporter);

}  // namespace fullcast
