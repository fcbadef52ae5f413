// What the program says, in the form that was asked for: for a person, or for a program.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "cli/commands.h"
#include "produce/reporter.h"

namespace fullcast {

/// A reporter that can also say how a command ended.
class Console : public Reporter {
 public:
  /// Whether anybody hears notes: not with --quiet.
  [[nodiscard]] virtual bool TellsNotes() const = 0;

  /// The result of a command: `text` for a person; for a program `json`, one object on a line.
  virtual void Result(const std::string& text, const std::string& json) = 0;
};

/// For a person: results on standard output; notes, warnings and progress (a bar on a terminal,
/// else a line for every tenth) on standard error; with --quiet only results and warnings.
/// For a program (--json): one JSON object a line on standard output, each with an "event".
std::unique_ptr<Console> MakeConsole(const CommonOptions& options);

/// "1 chapter" or "12 chapters"; the noun's plural has an "s".
std::string Counted(std::size_t count, std::string_view noun);

/// "3:07" or "1:02:09".
std::string FormatDuration(double seconds);

}  // namespace fullcast
