#include "publish/smil.h"

#include <fmt/format.h>

#include "core/html.h"
#include "publish/captions.h"

namespace fullcast {

std::vector<Clip> ClipsOf(const TimedChapter& chapter) {
  std::vector<Clip> clips;
  const std::size_t count = chapter.segments.size();
  std::int64_t begin = chapter.begin;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t end = i + 1 < count ? chapter.segments[i + 1].begin : chapter.end;
    if (MsOf(end) > MsOf(begin)) clips.push_back({i, MsOf(begin), MsOf(end)});
    begin = end;
  }
  return clips;
}

std::string WriteSmil(const std::string& section, std::span<const SyncedText> texts) {
  std::string body;
  int number = 0;
  for (const SyncedText& text : texts) {
    body += fmt::format(
        "<par id=\"p{}\"><text src=\"{}\"/><audio src=\"{}\" clipBegin=\"{}\" "
        "clipEnd=\"{}\"/></par>\n",
        ++number, EscapeHtml(text.text), EscapeHtml(text.audio), ClockValue(text.begin_ms),
        ClockValue(text.end_ms));
  }
  if (!section.empty()) {
    body = fmt::format(
        "<seq id=\"all\" epub:textref=\"{}\" epub:type=\"bodymatter chapter\">\n{}</seq>\n",
        EscapeHtml(section), body);
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<smil xmlns=\"http://www.w3.org/ns/SMIL\" "
         "xmlns:epub=\"http://www.idpf.org/2007/ops\" version=\"3.0\">\n<body>\n" +
         body + "</body>\n</smil>\n";
}

std::int64_t DurationMs(std::span<const SyncedText> texts) {
  std::int64_t ms = 0;
  for (const SyncedText& text : texts) ms += text.end_ms - text.begin_ms;
  return ms;
}

std::string ClockValue(std::int64_t ms) {
  constexpr std::int64_t kMsPerSecond = 1000;
  return fmt::format("{}.{:03}s", ms / kMsPerSecond, ms % kMsPerSecond);
}

}  // namespace fullcast
