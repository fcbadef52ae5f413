// Options of the commands that read a book: what of it is read aloud.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "core/reading_choice.h"

namespace fullcast {

struct ReadingOptions {
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::string footnotes;
};

void AddReadingOptions(CLI::App& command, ReadingOptions& options);

/// What the options ask for; where --include and --exclude match the same, --include wins.
ReadingRequest MakeReadingRequest(const ReadingOptions& options);

}  // namespace fullcast
