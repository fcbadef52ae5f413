#include "core/reading_choice.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fullcast {

namespace {

constexpr std::array<std::pair<std::string_view, Footnotes>, 3> kNames = {
    {{"skip", Footnotes::kSkip}, {"inline", Footnotes::kInline}, {"end", Footnotes::kEnd}}};

}  // namespace

ReadingChoice Revise(ReadingChoice choice, const ReadingRequest& request) {
  if (request.footnotes) choice.footnotes = *request.footnotes;
  for (const ReadingRule& rule : request.rules) {
    std::erase_if(choice.rules,
                  [&](const ReadingRule& old) { return old.pattern == rule.pattern; });
    choice.rules.push_back(rule);
  }
  return choice;
}

std::string_view NameOf(Footnotes footnotes) {
  return std::find_if(kNames.begin(), kNames.end(),
                      [footnotes](const auto& entry) { return entry.second == footnotes; })
      ->first;
}

std::optional<Footnotes> FootnotesOf(std::string_view name) {
  const auto found = std::find_if(kNames.begin(), kNames.end(),
                                  [name](const auto& entry) { return entry.first == name; });
  return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace fullcast
