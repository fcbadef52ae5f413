#include "publish/cues.h"

#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostBytes = 90;   // two lines of a subtitle
constexpr std::size_t kLeastBytes = 30;  // a shorter sentence stays with the next one

bool EndsSentence(std::string_view text) {
  const std::size_t end = text.find_last_not_of(" \n\"')\xE2\x80\x9D\x99");
  return end != std::string_view::npos && std::string_view(".!?").find(text[end]) != text.npos;
}

}  // namespace

std::string SpeakerName(const Script& script, const std::string& speaker) {
  if (speaker == kNarrator) return "Narrator";
  const Character* character = script.FindCharacter(speaker);
  return character == nullptr ? "Unknown" : character->name;
}

const std::string& SpokenText(const Segment& segment) {
  return segment.say.empty() ? segment.text : segment.say;
}

std::vector<Cue> CuesOf(const Script& script, const TimedChapter& chapter) {
  std::vector<Cue> cues;
  for (const TimedSegment& timed : chapter.segments) {
    const Segment& segment = script.chapters[chapter.chapter].segments[timed.segment];
    Cue cue{SpeakerName(script, segment.speaker), segment.speaker == kNarrator, "", timed.begin,
            timed.end};
    const std::string_view text = SpokenText(segment);
    std::size_t from = 0;
    const auto put = [&](std::size_t to, std::int64_t end) {
      cue.text = Trim(text.substr(from, to - from));
      cue.end = end;
      if (!cue.text.empty()) cues.push_back(cue);
      from = to;
      cue.begin = end;
    };
    for (std::size_t i = 1; i < timed.words.size(); ++i) {
      const TimedWord& word = timed.words[i];
      const std::size_t next =
          i + 1 < timed.words.size() ? timed.words[i + 1].text.begin : text.size();
      if (word.text.begin <= from || next > text.size()) continue;
      const bool full = next - from > kMostBytes;
      const bool sentence = word.text.begin - from >= kLeastBytes &&
                            EndsSentence(text.substr(from, word.text.begin - from));
      if (full || sentence) put(word.text.begin, word.begin);
    }
    put(text.size(), timed.end);
  }
  return cues;
}

}  // namespace fullcast
