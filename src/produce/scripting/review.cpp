#include "produce/scripting/review.h"

#include <algorithm>
#include <string_view>

#include "core/utf8.h"
#include "produce/scripting/spoken_runs.h"

namespace fullcast {

namespace {

constexpr std::size_t kContextBytes = 100;
constexpr std::size_t kContextSegments = 8;
constexpr const char* kEllipsis = "...";

// A quotation, by its place among those of its chapter.
struct SegmentPlace {
  std::size_t chapter = 0;
  std::size_t run = 0;
  double confidence = 0;
};

// A chapter's quotations, and the scene that each of its segments is in.
struct Outline {
  explicit Outline(const ScriptChapter& chapter) : runs(SpokenRuns(chapter)) {
    std::size_t scene = 0;
    for (const Segment& segment : chapter.segments) {
      scenes.push_back(scene);
      if (segment.pause == Pause::kScene) ++scene;
    }
  }

  std::vector<std::vector<std::size_t>> runs;
  std::vector<std::size_t> scenes;
};

void AppendText(std::string& text, const std::string& more) {
  if (!text.empty() && !more.empty()) text += ' ';
  text += more;
}

std::string JoinTexts(const std::vector<Segment>& segments, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) AppendText(text, segments[i].text);
  return text;
}

std::string LineBefore(const std::vector<Segment>& segments, std::size_t end) {
  std::size_t begin = end;
  for (std::size_t bytes = 0;
       begin > 0 && end - begin < kContextSegments && bytes < kContextBytes;) {
    bytes += segments[--begin].text.size();
  }
  std::string text = JoinTexts(segments, begin, end);
  if (text.size() <= kContextBytes) return text;
  const std::size_t space = text.find(' ', text.size() - kContextBytes);
  return space == std::string::npos ? "" : kEllipsis + text.substr(space);
}

std::string LineAfter(const std::vector<Segment>& segments, std::size_t begin) {
  std::size_t end = begin;
  for (std::size_t bytes = 0;
       end < segments.size() && end - begin < kContextSegments && bytes < kContextBytes;) {
    bytes += segments[end++].text.size();
  }
  std::string text = JoinTexts(segments, begin, end);
  if (text.size() <= kContextBytes) return text;
  const std::size_t space = text.rfind(' ', kContextBytes);
  return space == std::string::npos ? "" : text.substr(0, space + 1) + kEllipsis;
}

std::vector<std::string> OthersNear(const std::vector<Segment>& segments, const Outline& outline,
                                    std::size_t run) {
  constexpr std::size_t kFarthest = 20;
  constexpr std::size_t kMost = 4;
  const std::size_t here = outline.runs[run].front();
  std::vector<std::string> others;
  const auto add = [&](std::size_t other) {
    const std::size_t there = outline.runs[other].front();
    const std::string& speaker = segments[there].speaker;
    if (outline.scenes[there] != outline.scenes[here] || others.size() == kMost ||
        speaker == segments[here].speaker || speaker == kUnknownSpeaker || speaker == kNarrator ||
        std::find(others.begin(), others.end(), speaker) != others.end()) {
      return;
    }
    others.push_back(speaker);
  };
  for (std::size_t distance = 1; distance <= kFarthest; ++distance) {
    if (distance <= run) add(run - distance);
    if (run + distance < outline.runs.size()) add(run + distance);
  }
  return others;
}

Doubt MakeDoubt(const Script& script, const std::vector<Outline>& outlines,
                const SegmentPlace& place) {
  const std::vector<Segment>& segments = script.chapters[place.chapter].segments;
  const Outline& outline = outlines[place.chapter];
  const std::vector<std::size_t>& run = outline.runs[place.run];
  const Segment& first = segments[run.front()];
  Doubt doubt;
  doubt.at = {place.chapter, run.front()};
  doubt.confidence = place.confidence;
  doubt.speaker = first.speaker;
  doubt.reason = first.reason;
  doubt.text = JoinTexts(segments, run.front(), run.back() + 1);
  doubt.before = LineBefore(segments, run.front());
  doubt.after = LineAfter(segments, run.back() + 1);
  doubt.others = OthersNear(segments, outline, place.run);
  return doubt;
}

}  // namespace

Review ReviewScript(const Script& script, const ReviewOptions& options) {
  std::vector<Outline> outlines;
  std::vector<SegmentPlace> places;
  for (std::size_t c = 0; c < script.chapters.size(); ++c) {
    const ScriptChapter& chapter = script.chapters[c];
    const Outline& outline = outlines.emplace_back(chapter);
    for (std::size_t r = 0; r < outline.runs.size(); ++r) {
      const double confidence = chapter.segments[outline.runs[r].front()].confidence;
      if (confidence < options.below) places.push_back({c, r, confidence});
    }
  }
  std::stable_sort(places.begin(), places.end(), [](const SegmentPlace& a, const SegmentPlace& b) {
    return a.confidence < b.confidence;
  });
  Review review;
  review.total = places.size();
  places.resize(std::min(places.size(), options.most));
  for (const SegmentPlace& place : places)
    review.doubts.push_back(MakeDoubt(script, outlines, place));
  return review;
}

}  // namespace fullcast
