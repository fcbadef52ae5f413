#include "produce/scripting/read_chosen.h"

#include <algorithm>
#include <string>

#include "book/choose.h"
#include "core/error.h"
#include "core/file.h"
#include "core/shown_text.h"
#include "script/script_file.h"

namespace fullcast {

ReadingChoice ApplyRequest(Book& book, const ReadingChoice& before, const ReadingRequest& request,
                           Reporter& reporter) {
  ReadingChoice choice = Revise(before, request);
  for (const std::string& pattern : Choose(book, choice)) {
    const auto asked =
        std::find_if(request.rules.begin(), request.rules.end(),
                     [&](const ReadingRule& rule) { return rule.pattern == pattern; });
    const std::string message = "\"" + pattern + "\" matches nothing: no chapter has this number " +
                                "or these words in its title, and nothing is skipped for such a " +
                                "reason (see: fullcast chapters BOOK)";
    if (asked != request.rules.end()) {
      throw Error((asked->include ? "--include " : "--exclude ") + message);
    }
    reporter.Warn("chosen before: " + message);
  }
  if (request.IsEmpty() && choice != ReadingChoice{}) {
    reporter.Note("as chosen before: " + Describe(choice) + " (--fresh forgets it)");
  }
  return choice;
}

ReadingChoice RememberedChoice(const std::filesystem::path& script_path,
                               const std::filesystem::path& book_path) {
  std::error_code error;
  if (!std::filesystem::exists(script_path, error)) return {};
  try {
    const ScriptFile file = ParseScript(ReadFile(script_path), script_path.string());
    const std::string book = ValidUtf8(std::filesystem::weakly_canonical(book_path).string());
    return file.source_path == book ? file.reading : ReadingChoice{};
  } catch (const Error&) {
    return {};
  }
}

std::string Describe(const ReadingChoice& choice) {
  std::string options;
  if (choice.footnotes != Footnotes::kSkip) {
    options = "--footnotes " + std::string(NameOf(choice.footnotes));
  }
  for (const ReadingRule& rule : choice.rules) {
    if (!options.empty()) options += ' ';
    const bool words = rule.pattern.find(' ') != std::string::npos;
    options += rule.include ? "--include " : "--exclude ";
    options += words ? "\"" + rule.pattern + "\"" : rule.pattern;
  }
  return options;
}

}  // namespace fullcast
