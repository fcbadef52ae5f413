// The real program, run in a working folder of a test's own.
#pragma once

#include <filesystem>
#include <string>

#include "core/file.h"
#include "support/command.h"
#include "support/paths.h"
#include "support/temporary_folder.h"

namespace fullcast::test {

/// A few chapters with two speakers; some seconds of sound each.
inline constexpr const char* kShortBook =
    "CHAPTER I.\n\n"
    "It was late, and the lamp was low.\n\n"
    "\"Who is there?\" said Maren.\n\n"
    "\"Only me, Miss Maren,\" said Mr. Dunn. \"I have brought the oil.\"\n\n"
    "CHAPTER II.\n\n"
    "In the morning the harbour was white.\n\n"
    "\"Look at that!\" cried Maren. \"Snow!\"\n\n"
    "\"So it is,\" said Mr. Dunn.\n";

class Program {
 public:
  /// Runs fullcast with these arguments (words for the shell) and the test's folder as its working
  /// folder and cache. Standard error is in the output.
  [[nodiscard]] CommandResult Run(const std::string& arguments,
                                  const std::string& before = "") const {
    return RunCommand("cd " + Quoted(folder_.path().string()) + " && " + before +
                      " env XDG_CACHE_HOME=" + Quoted((folder_ / "cache").string()) + " " +
                      Quoted(ProgramPath().string()) + " " + arguments + " 2>&1");
  }

  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
    return folder_ / name;
  }

  [[nodiscard]] std::string WriteBook(const std::string& name = "lamp.txt",
                                      const std::string& text = kShortBook) const {
    WriteFile(folder_ / name, text);
    return name;
  }

  [[nodiscard]] std::string Read(const std::string& name) const { return ReadFile(folder_ / name); }

  /// Names of all files below the working folder, the cache left out, sorted, one a line.
  [[nodiscard]] std::string Files() const {
    return RunCommand("cd " + Quoted(folder_.path().string()) +
                      " && find . -name cache -prune -o -type f -print | sort")
        .output;
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace fullcast::test
