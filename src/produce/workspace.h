// Where a book's files lie, and where the program's own data.
#pragma once

#include <filesystem>
#include <string>

namespace fullcast {

/// Folders of a run. The user's files are in three folders below `workdir`; see ARCHITECTURE.md.
struct Workspace {
  std::filesystem::path workdir = ".";
  std::filesystem::path data;  ///< holds voices/ with our presets and profiles

  [[nodiscard]] std::filesystem::path ScriptPath(const std::string& book) const;
  [[nodiscard]] std::filesystem::path CastPath(const std::string& book) const;
  [[nodiscard]] std::filesystem::path OutputPath(const std::string& book) const;
  /// Of a page about the book: "cast", "report".
  [[nodiscard]] std::filesystem::path PagePath(const std::string& book,
                                               const std::string& page) const;
};

/// What a book's files are called: the name of its folder, or of its file without the ending.
std::string BookName(const std::filesystem::path& book);

/// The folder of the program's data: above the program's own folder when it runs from its build
/// folder, in share/fullcast beside bin/ when it is installed. Throws Error if there is none.
std::filesystem::path FindData();

}  // namespace fullcast
