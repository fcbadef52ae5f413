#include "script/segment_json.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/json_writer.h"
#include "script/name_table.h"

namespace fullcast {

namespace {

constexpr std::array<std::pair<std::string_view, Pause>, kPauses> kPauseNames = {
    {{"none", Pause::kNone},
     {"clause", Pause::kClause},
     {"dash", Pause::kDash},
     {"ellipsis", Pause::kEllipsis},
     {"sentence", Pause::kSentence},
     {"paragraph", Pause::kParagraph},
     {"speaker", Pause::kSpeaker},
     {"scene", Pause::kScene},
     {"heading", Pause::kHeading},
     {"chapter", Pause::kChapter}}};

constexpr std::int64_t kMostOffset = std::int64_t{1} << 40;
constexpr std::int64_t kMostPauseMs = 600'000;

void FormatSpans(std::string_view key, const std::vector<Span>& spans, JsonWriter& json) {
  if (spans.empty()) return;
  json.Key(key).BeginArray();
  for (const Span& span : spans) {
    json.BeginArray().Integer(static_cast<std::int64_t>(span.begin));
    json.Integer(static_cast<std::int64_t>(span.end)).EndArray();
  }
  json.EndArray();
}

void FormatPronunciations(const std::vector<Pronunciation>& pronunciations, JsonWriter& json) {
  if (pronunciations.empty()) return;
  json.Key("pronunciations").BeginArray();
  for (const auto& [span, ipa] : pronunciations) {
    json.BeginArray().Integer(static_cast<std::int64_t>(span.begin));
    json.Integer(static_cast<std::int64_t>(span.end)).String(ipa).EndArray();
  }
  json.EndArray();
}

bool FlagOr(const Json& json, std::string_view key, bool fallback) {
  const Json* flag = json.Find(key);
  return flag == nullptr ? fallback : flag->AsBool();
}

// A stretch of a segment's text, [begin, end, ...], behind the one before it, which ends at
// `least`. What lies behind the text is cut off: a hand may have shortened it.
Span ParseSpan(const std::vector<Json>& ends, std::int64_t& least, std::size_t text_size) {
  const std::int64_t begin = ends[0].AsInteger(least, kMostOffset);
  least = ends[1].AsInteger(begin, kMostOffset);
  return {static_cast<std::size_t>(begin), std::min(static_cast<std::size_t>(least), text_size)};
}

std::vector<Span> ParseSpans(const Json& segment, std::string_view key, std::size_t text_size) {
  std::vector<Span> spans;
  const Json* list = segment.Find(key);
  if (list == nullptr) return spans;
  std::int64_t least = 0;
  for (const Json& pair : list->AsArray()) {
    const std::vector<Json>& ends = pair.AsArray();
    if (ends.size() != 2) throw pair.Wrong("a stretch of text is written [begin, end]");
    const Span span = ParseSpan(ends, least, text_size);
    if (span.begin < span.end) spans.push_back(span);
  }
  return spans;
}

std::vector<Pronunciation> ParsePronunciations(const Json& segment, std::size_t text_size) {
  std::vector<Pronunciation> pronunciations;
  const Json* list = segment.Find("pronunciations");
  if (list == nullptr) return pronunciations;
  std::int64_t least = 0;
  for (const Json& item : list->AsArray()) {
    const std::vector<Json>& parts = item.AsArray();
    if (parts.size() != 3) throw item.Wrong("a pronunciation is written [begin, end, \"ipa\"]");
    const Span span = ParseSpan(parts, least, text_size);
    if (span.begin < span.end) pronunciations.push_back({span, parts[2].AsString()});
  }
  return pronunciations;
}

}  // namespace

std::string_view NameOf(Pause pause) { return NameIn(kPauseNames, pause); }

std::string FormatSegment(const Segment& segment, std::string_view& source) {
  JsonWriter json;
  json.BeginObject().Key("speaker").String(segment.speaker).Key("text").String(segment.text);
  json.StringUnlessEmpty("say", segment.say);
  if (segment.source != source) json.Key("source").String(segment.source);
  source = segment.source;
  json.Key("start").Integer(static_cast<std::int64_t>(segment.start));
  json.Key("end").Integer(static_cast<std::int64_t>(segment.end));
  json.Key("pause").String(NameOf(segment.pause));
  if (segment.pause_ms) json.Key("pause_ms").Integer(*segment.pause_ms);
  json.StringUnlessEmpty("skip", segment.skip);
  if (segment.heading) json.Key("heading").Bool(true);
  if (segment.note) json.Key("note").Bool(true);
  if (segment.thought) json.Key("thought").Bool(true);
  json.StringUnlessEmpty("delivery", segment.delivery);
  FormatSpans("emphasis", segment.emphasis, json);
  json.StringUnlessEmpty("language", segment.language);
  FormatPronunciations(segment.pronunciations, json);
  json.StringUnlessEmpty("reason", segment.reason);
  // What is read back has to be written the same again, or the file would count as edited by hand.
  const double confidence = JsonWriter::Kept(segment.confidence);
  if (confidence < 1.0) json.Key("confidence").Number(confidence);
  json.EndObject();
  return json.Text();
}

Segment ParseSegment(const Json& json, const std::set<std::string>& speakers) {
  json.AllowOnly({"speaker", "text", "say", "source", "start", "end", "pause", "pause_ms", "skip",
                  "heading", "note", "thought", "delivery", "emphasis", "language",
                  "pronunciations", "reason", "confidence"});
  Segment segment;
  segment.speaker = json.At("speaker").AsString();
  if (!speakers.contains(segment.speaker)) {
    throw json.At("speaker").Wrong("unknown speaker \"" + segment.speaker +
                                   "\": no character has this id");
  }
  segment.text = json.At("text").AsString();
  segment.say = json.StringOr("say", "");
  segment.start = static_cast<std::size_t>(json.At("start").AsInteger(0, kMostOffset));
  segment.end = static_cast<std::size_t>(json.At("end").AsInteger(0, kMostOffset));
  if (segment.end < segment.start) throw json.At("end").Wrong("the segment ends before its start");
  if (const Json* pause = json.Find("pause")) segment.pause = ValueOf(kPauseNames, *pause);
  if (const Json* pause = json.Find("pause_ms")) {
    segment.pause_ms = static_cast<int>(pause->AsInteger(0, kMostPauseMs));
  }
  segment.skip = json.StringOr("skip", "");
  segment.heading = FlagOr(json, "heading", false);
  segment.note = FlagOr(json, "note", false);
  segment.thought = FlagOr(json, "thought", false);
  segment.delivery = json.StringOr("delivery", "");
  segment.emphasis = ParseSpans(json, "emphasis", segment.text.size());
  segment.language = json.StringOr("language", "");
  segment.pronunciations = ParsePronunciations(json, segment.text.size());
  segment.reason = json.StringOr("reason", "");
  if (const Json* confidence = json.Find("confidence")) {
    segment.confidence = confidence->AsNumber(0, 1);
  }
  return segment;
}

}  // namespace fullcast
