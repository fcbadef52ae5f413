// What the script that stands where a book's next one goes remembers of that book.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/book.h"
#include "core/reading_choice.h"
#include "script/script_file.h"
#include "script/settled_lines.h"

namespace fullcast {

/// What tells one book from another.
struct BookIdentity {
  std::string path;  ///< canonical, and valid UTF-8, as in a script's file
  std::string hash;  ///< ContentHash of its sources

  /// Of a book that was read from there.
  static BookIdentity Of(const Book& book, const std::filesystem::path& book_path);
};

struct EarlierScript {
  /// Whole where it is kept; else of its segments the settled ones only: they take more memory than
  /// the book, which is read next.
  std::optional<ScriptFile> file;
  bool kept = false;  ///< edited by hand, and not to be replaced

  /// A book that was moved, or edited where it is, is the same book.
  [[nodiscard]] bool IsOf(const BookIdentity& book) const;

  /// What was chosen of the book; the default where it is another book's.
  [[nodiscard]] ReadingChoice ReadingOf(const BookIdentity& book) const;

  /// The lines of the book that a person has settled: views into `file`.
  [[nodiscard]] SettledLines SettledOf(const BookIdentity& book) const;
};

/// The script at this path, if there is one. `fresh`: it is to be replaced, and one that can't be
/// parsed is as good as none. Throws Error otherwise.
EarlierScript ReadEarlierScript(const std::filesystem::path& script_path, bool fresh);

}  // namespace fullcast
