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
  std::optional<ScriptFile> file;
  bool same_book = false;  ///< a book that was moved, or edited where it is, is the same book

  /// What was chosen of the book; the default where it is another book's.
  [[nodiscard]] ReadingChoice Reading() const;

  /// The lines of the book that a person has settled: views into `file`.
  [[nodiscard]] SettledLines Settled() const;
};

/// The script at this path, if there is one. `fresh`: one that can't be parsed is as good as none.
/// Throws Error otherwise.
EarlierScript ReadEarlierScript(const std::filesystem::path& script_path, const BookIdentity& book,
                                bool fresh);

}  // namespace fullcast
