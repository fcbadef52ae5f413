#include "produce/workspace.h"

#include "core/error.h"

namespace fullcast {

namespace fs = std::filesystem;

fs::path Workspace::ScriptPath(const std::string& book) const {
  return workdir / "scripts" / (book + ".json");
}

fs::path Workspace::CastPath(const std::string& book) const {
  return workdir / "voices" / (book + ".json");
}

fs::path Workspace::OutputPath(const std::string& book) const {
  return workdir / "output" / (book + ".m4b");
}

fs::path Workspace::PagePath(const std::string& book, const std::string& page) const {
  return workdir / "output" / (book + "-" + page + ".html");
}

std::string BookName(const fs::path& book) {
  fs::path path = fs::absolute(book).lexically_normal();
  if (!path.has_filename()) path = path.parent_path();  // "chapters/story/"
  const std::string name = fs::is_directory(path) ? path.filename() : path.stem();
  // voices/presets.json is the user's own presets, not a cast.
  return name == "presets" ? "presets-book" : name;
}

fs::path FindData() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path prefix = program.parent_path().parent_path();
  for (const fs::path& folder : {prefix, prefix / "share" / "fullcast"}) {
    if (fs::exists(folder / "voices" / "presets.json", error)) return folder;
  }
  throw Error("cannot find voices/presets.json near " + program.string() +
              "; run fullcast from its build folder or install it with cmake --install");
}

}  // namespace fullcast
