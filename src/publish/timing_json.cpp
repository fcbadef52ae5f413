#include "publish/timing_json.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/json_writer.h"
#include "core/pcm.h"

namespace fullcast {

namespace {

std::string QuotedJson(const std::string& text) {
  JsonWriter json;
  return json.String(text).Text();
}

std::string FormatSegment(const Segment& segment, const TimedSegment& timed) {
  JsonWriter json;
  json.BeginObject().Key("segment").Integer(static_cast<std::int64_t>(timed.segment + 1));
  json.Key("source").String(segment.source);
  json.Key("start").Integer(static_cast<std::int64_t>(segment.start));
  json.Key("end").Integer(static_cast<std::int64_t>(segment.end));
  json.Key("speaker").String(segment.speaker);
  json.Key("samples").BeginArray().Integer(timed.begin).Integer(timed.end).EndArray();
  json.Key("text").String(segment.text);
  json.StringUnlessEmpty("say", segment.say);
  json.Key("words").BeginArray();
  for (const TimedWord& word : timed.words) {
    json.BeginArray().Integer(static_cast<std::int64_t>(word.text.begin));
    json.Integer(static_cast<std::int64_t>(word.text.end)).Integer(word.begin).EndArray();
  }
  return json.EndArray().EndObject().Text();
}

Error Wrong(const TimedChapter& chapter, const TimedSegment& segment, const char* what) {
  return Error(fmt::format("timeline: chapter {}, segment {}: {}", chapter.chapter + 1,
                           segment.segment + 1, what));
}

void CheckWords(const TimedChapter& chapter, const TimedSegment& segment) {
  std::int64_t least = segment.begin;
  for (const TimedWord& word : segment.words) {
    if (word.begin < least) throw Wrong(chapter, segment, "its words are out of order");
    least = word.begin;
  }
  if (least > segment.end) throw Wrong(chapter, segment, "a word is heard after its end");
}

void CheckChapter(const ScriptChapter& text, const TimedChapter& chapter) {
  auto timed = chapter.segments.begin();
  std::int64_t least = chapter.begin;
  for (std::size_t i = 0; i < text.segments.size(); ++i) {
    if (!text.segments[i].skip.empty()) continue;
    if (timed == chapter.segments.end() || timed->segment != i) {
      // What has nothing to be said has no line.
      if (text.segments[i].text.empty()) continue;
      throw Wrong(chapter, {i, 0, 0, {}}, "it is not heard");
    }
    if (timed->begin < least || timed->end < timed->begin || timed->end > chapter.end) {
      throw Wrong(chapter, *timed, "it is not heard in its place");
    }
    CheckWords(chapter, *timed);
    least = timed->end;
    ++timed;
  }
  if (timed != chapter.segments.end()) throw Wrong(chapter, *timed, "it is heard twice");
}

}  // namespace

std::string WriteTimingJson(const Script& script, const Timeline& timeline) {
  std::string text = fmt::format("{{\"book\":{},\"rate_hz\":{},\"chapters\":[",
                                 QuotedJson(script.book.id), kSampleRateHz);
  const char* before = "\n";
  for (const TimedChapter& chapter : timeline.chapters) {
    const ScriptChapter& source = script.chapters[chapter.chapter];
    text +=
        fmt::format("{}{{\"title\":{},\"file\":{},\"samples\":[{},{}],\"segments\":[", before,
                    QuotedJson(source.title), QuotedJson(chapter.file), chapter.begin, chapter.end);
    const char* before_segment = "\n";
    for (const TimedSegment& segment : chapter.segments) {
      text += before_segment + FormatSegment(source.segments[segment.segment], segment);
      before_segment = ",\n";
    }
    text += "\n]}";
    before = ",\n";
  }
  return text + "\n]}\n";
}

void CheckTimeline(const Script& script, const Timeline& timeline) {
  auto timed = timeline.chapters.begin();
  for (std::size_t i = 0; i < script.chapters.size(); ++i) {
    if (timed != timeline.chapters.end() && timed->chapter == i) {
      CheckChapter(script.chapters[i], *timed++);
    } else {
      CheckChapter(script.chapters[i], {i, "", 0, 0, {}});
    }
  }
  if (timed != timeline.chapters.end()) {
    throw Error(fmt::format("timeline: chapter {} is out of order", timed->chapter + 1));
  }
}

}  // namespace fullcast
