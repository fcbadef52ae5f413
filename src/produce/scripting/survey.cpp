#include "produce/scripting/survey.h"

#include <algorithm>

#include "book/choose.h"
#include "cast/cast_table.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr double kPauseSeconds = 0.55;  // behind a paragraph, as in the default profile

// A few whole characters of a text.
std::string FirstWords(const std::string& text) {
  constexpr std::size_t kMost = 60;
  std::size_t end = 0;
  while (end < text.size() && end < kMost) NextCodePoint(text, end);
  return text.substr(0, end) + (end < text.size() ? "..." : "");
}

void AddSkipped(const Block& block, std::size_t chapter, std::vector<SkippedGroup>& groups) {
  auto group = std::find_if(groups.begin(), groups.end(),
                            [&](const SkippedGroup& other) { return other.reason == block.skip; });
  if (group == groups.end()) {
    groups.push_back({block.skip, 0, 0, {}, FirstWords(block.text)});
    group = std::prev(groups.end());
  }
  ++group->paragraphs;
  group->letters += block.text.size();
  if (group->chapters.empty() || group->chapters.back() != chapter) {
    group->chapters.push_back(chapter);
  }
}

// Why nothing of a chapter is read: the user's will, or the reason for most of the file that it
// begins in; behind the last one there may be others that no contents lead to.
std::string MainReason(const Chapter& chapter) {
  std::vector<SkippedGroup> groups;
  for (const Block& block : chapter.blocks) {
    if (block.skip == kExcludedReason) return kExcludedReason;
    if (block.file == chapter.blocks.front().file) AddSkipped(block, 1, groups);
  }
  const auto most = std::max_element(
      groups.begin(), groups.end(),
      [](const SkippedGroup& a, const SkippedGroup& b) { return a.letters < b.letters; });
  return most == groups.end() ? "empty" : most->reason;
}

}  // namespace

BookSurvey Survey(const Book& book, int rate_wpm) {
  BookSurvey survey;
  for (const Chapter& chapter : book.chapters) {
    SurveyedChapter surveyed{chapter.title, chapter.level, 0, 0, {}};
    bool read = false;
    for (const Block& block : chapter.blocks) {
      if (block.IsRead()) {
        const std::size_t letters = (block.say.empty() ? block.text : block.say).size();
        surveyed.letters += letters;
        surveyed.seconds += EstimateSeconds(letters, rate_wpm) + kPauseSeconds;
        read = true;
      } else if (block.kind != BlockKind::kSceneBreak) {
        AddSkipped(block, survey.chapters.size() + 1, survey.skipped);
      }
    }
    if (!read) surveyed.skip = MainReason(chapter);
    survey.chapters.push_back(std::move(surveyed));
  }
  return survey;
}

}  // namespace fullcast
