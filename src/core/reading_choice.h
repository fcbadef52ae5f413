// What of a book is read aloud, where its user overrules what its reader found.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fullcast {

enum class Footnotes { kSkip, kInline, kEnd };

/// "--include contents", "--exclude 3": what a pattern matches is read, or is not.
struct ReadingRule {
  bool include = false;
  std::string pattern;  ///< a chapter's number ("3", "3-5"), or words of its title or of a reason

  bool operator==(const ReadingRule&) const = default;
};

/// A script remembers its choice: a run without options reads what the run before did.
struct ReadingChoice {
  Footnotes footnotes = Footnotes::kSkip;
  std::vector<ReadingRule> rules;  ///< of two that match the same, the later wins

  bool operator==(const ReadingChoice&) const = default;
};

/// What a command line asks for. Nothing: whatever was chosen before.
struct ReadingRequest {
  std::optional<Footnotes> footnotes;
  std::vector<ReadingRule> rules;

  [[nodiscard]] bool IsEmpty() const { return !footnotes && rules.empty(); }
};

/// A choice with what is asked for added: a new rule takes the place of an older one with the same
/// pattern.
ReadingChoice Revise(ReadingChoice choice, const ReadingRequest& request);

/// "skip", "inline", "end".
std::string_view NameOf(Footnotes footnotes);
std::optional<Footnotes> FootnotesOf(std::string_view name);

}  // namespace fullcast
