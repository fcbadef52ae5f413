#include "cli/reading_options.h"

#include <CLI/Validators.hpp>

#include "cli/commands.h"

namespace fullcast {

void AddReadingOptions(CLI::App& command, ReadingOptions& options) {
  BeginGroup(command, Group::kReading);
  command
      .add_option("--include", options.include,
                  "Read what else is skipped: a chapter by number (3, 3-5) or words of its title, "
                  "or words of the reason (see fullcast chapters); may be given again")
      ->type_name("WHAT")
      ->allow_extra_args(false);
  command
      .add_option("--exclude", options.exclude,
                  "Leave out a chapter, by number or words of its title, or all captions, verse, "
                  "lists; may be given again")
      ->type_name("WHAT")
      ->allow_extra_args(false);
  command
      .add_option("--footnotes", options.footnotes,
                  "Where footnotes are read: skip (nowhere), inline (behind their paragraph), end "
                  "(of their chapter)")
      ->type_name("HOW")
      ->check(CLI::IsMember({"skip", "inline", "end"}));
}

ReadingRequest MakeReadingRequest(const ReadingOptions& options) {
  ReadingRequest request;
  request.footnotes = FootnotesOf(options.footnotes);
  for (const std::string& pattern : options.exclude) request.rules.push_back({false, pattern});
  for (const std::string& pattern : options.include) request.rules.push_back({true, pattern});
  return request;
}

}  // namespace fullcast
