#include "produce/rendering/timeline_builder.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace fullcast {

void TimelineBuilder::BeginChapter(std::size_t chapter, std::string file, std::int64_t begin) {
  timeline_.chapters.push_back({chapter, std::move(file), begin, begin, {}});
}

void TimelineBuilder::Add(const Piece& piece, const RenderedPiece& rendered, std::int64_t begin) {
  std::vector<TimedSegment>& segments = timeline_.chapters.back().segments;
  auto word = rendered.words.begin();
  for (std::size_t i = 0; i < rendered.lines.size(); ++i) {
    const Line& line = piece.lines[i];
    if (line.utterance.text.empty()) continue;  // a sound, or the silence ahead of a chapter
    const LineTiming& timing = rendered.lines[i];
    const std::int64_t start = begin + static_cast<std::int64_t>(timing.start_samples);
    // A long segment is several lines.
    if (segments.empty() || segments.back().segment != line.segment) {
      segments.push_back({line.segment, start, start, {}});
    }
    segments.back().end = start + static_cast<std::int64_t>(timing.speech_samples);
    if (!with_words_) continue;
    const auto line_end = std::find_if(word, rendered.words.end(),
                                       [i](const WordTiming& other) { return other.line != i; });
    std::vector<TimedWord>& words = segments.back().words;
    words.reserve(words.size() + static_cast<std::size_t>(line_end - word));
    for (; word != line_end; ++word) {
      const std::size_t text = line.text_begin + word->text_begin;
      words.push_back(
          {{text, text + word->text_length}, begin + static_cast<std::int64_t>(word->sample)});
    }
  }
}

void TimelineBuilder::EndChapter(std::int64_t end) { timeline_.chapters.back().end = end; }

}  // namespace fullcast
