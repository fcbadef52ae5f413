#include "publish/captions.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "core/json_writer.h"
#include "core/pcm.h"
#include "publish/cues.h"

namespace fullcast {

namespace {

constexpr std::int64_t kMsPerSecond = 1000;

std::string Clock(std::int64_t sample, char before_ms) {
  const std::int64_t ms = MsOf(sample);
  const std::int64_t seconds = ms / kMsPerSecond;
  return fmt::format("{:02}:{:02}:{:02}{}{:03}", seconds / 3600, seconds / 60 % 60, seconds % 60,
                     before_ms, ms % kMsPerSecond);
}

// White space as single spaces.
std::string OneLine(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = static_cast<unsigned char>(c) <= ' ';
    if (space && (line.empty() || line.back() == ' ')) continue;
    line += space ? ' ' : c;
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

// Quotation marks stay: players that know few references would show them.
std::string EscapeCue(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    escaped += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  }
  return escaped;
}

template <typename Action>
void ForEachCue(const Script& script, TimedChapters chapters, Action action) {
  for (const TimedChapter& chapter : chapters) {
    for (const Cue& cue : CuesOf(script, chapter)) action(cue);
  }
}

}  // namespace

std::int64_t MsOf(std::int64_t sample) {
  return (sample * kMsPerSecond + kSampleRateHz / 2) / kSampleRateHz;
}

std::string WriteVtt(const Script& script, TimedChapters chapters) {
  std::string text = "WEBVTT\n";
  ForEachCue(script, chapters, [&](const Cue& cue) {
    text += fmt::format("\n{} --> {}\n<v {}>{}\n", Clock(cue.begin, '.'), Clock(cue.end, '.'),
                        EscapeCue(OneLine(cue.speaker)), EscapeCue(OneLine(cue.text)));
  });
  return text;
}

std::string WriteSrt(const Script& script, TimedChapters chapters) {
  std::string text;
  int number = 0;
  ForEachCue(script, chapters, [&](const Cue& cue) {
    text +=
        fmt::format("{}\n{} --> {}\n{}{}\n\n", ++number, Clock(cue.begin, ','), Clock(cue.end, ','),
                    cue.narrator ? "" : OneLine(cue.speaker) + ": ", OneLine(cue.text));
  });
  return text;
}

std::string WriteLrc(const Script& script, TimedChapters chapters) {
  const BookInfo& book = script.book;
  std::string text = fmt::format("[ti:{}]\n[ar:{}]\n[al:{}]\n", OneLine(book.title),
                                 OneLine(book.author), OneLine(book.title));
  ForEachCue(script, chapters, [&](const Cue& cue) {
    constexpr std::int64_t kMsPerHundredth = 10;
    const std::int64_t hundredths = MsOf(cue.begin) / kMsPerHundredth;
    text += fmt::format("[{:02}:{:02}.{:02}]{}\n", hundredths / 6000, hundredths / 100 % 60,
                        hundredths % 100, OneLine(cue.text));
  });
  return text;
}

std::string WritePodcastChapters(const Script& script, TimedChapters chapters) {
  JsonWriter json;
  json.BeginObject().Key("version").String("1.2.0");
  json.StringUnlessEmpty("title", script.book.title);
  json.StringUnlessEmpty("author", script.book.author);
  json.Key("chapters").BeginArray();
  for (const TimedChapter& chapter : chapters) {
    json.BeginObject();
    json.Key("startTime").Number(static_cast<double>(MsOf(chapter.begin)) / kMsPerSecond);
    json.Key("endTime").Number(static_cast<double>(MsOf(chapter.end)) / kMsPerSecond);
    json.Key("title").String(script.chapters[chapter.chapter].title).EndObject();
  }
  return json.EndArray().EndObject().Text() + "\n";
}

}  // namespace fullcast
