#include "produce/scripting/spoken_runs.h"

#include <string_view>

#include "core/utf8.h"
#include "script/quotes/quote_characters.h"

namespace fullcast {

namespace {

bool SameDecision(const Segment& a, const Segment& b) {
  return a.speaker == b.speaker && a.reason == b.reason && a.confidence == b.confidence &&
         a.thought == b.thought;
}

bool EndsParagraph(const Segment& segment) {
  return !segment.skip.empty() || segment.pause >= Pause::kParagraph;
}

bool RunsOn(std::string_view paragraph, std::string_view next) {
  std::size_t end = paragraph.size();
  std::size_t begin = 0;
  return !paragraph.empty() && !IsAnyMark(PreviousCodePoint(paragraph, end)) && !next.empty() &&
         IsAnyMark(NextCodePoint(next, begin));
}

}  // namespace

bool IsSpeech(const Segment& segment) {
  return segment.skip.empty() && (segment.speaker != kNarrator || !segment.reason.empty());
}

std::vector<std::vector<std::size_t>> SpokenRuns(const ScriptChapter& chapter) {
  const std::vector<Segment>& segments = chapter.segments;
  std::vector<std::vector<std::size_t>> runs;
  bool same_paragraph = false;  // as the last run
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (IsSpeech(segments[i])) {
      const bool follows = !runs.empty() && SameDecision(segments[runs.back().back()], segments[i]);
      const bool goes_on = same_paragraph || (follows && runs.back().back() + 1 == i &&
                                              RunsOn(segments[i - 1].text, segments[i].text));
      if (!follows || !goes_on) runs.emplace_back();
      runs.back().push_back(i);
      same_paragraph = true;
    }
    if (EndsParagraph(segments[i])) same_paragraph = false;
  }
  return runs;
}

}  // namespace fullcast
