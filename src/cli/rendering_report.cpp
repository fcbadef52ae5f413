#include "cli/rendering_report.h"

#include <fmt/core.h>

#include "core/utf8.h"

namespace fullcast {

namespace fs = std::filesystem;

void ReportEstimate(const Script& script, const Cast& cast, const BookEstimate& book,
                    const fs::path& output, Console& console) {
  constexpr double kMegabyte = 1e6;
  std::string text = fmt::format("{}\n", output.string());
  JsonWriter json;
  json.BeginObject().Key("event").String("estimate").Key("output").String(output.string());
  json.Key("chapters").BeginArray();
  for (std::size_t i = 0; i < book.chapters.size(); ++i) {
    const ChapterEstimate& chapter = book.chapters[i];
    text += fmt::format("{:4}  {:>8}  {}\n", i + 1, FormatDuration(chapter.seconds), chapter.title);
    json.BeginObject().Key("title").String(chapter.title);
    json.Key("seconds").Number(chapter.seconds).EndObject();
  }
  json.EndArray().Key("characters").BeginArray();
  text += "Characters:";
  for (const Character& character : script.characters) {
    const auto role = cast.roles.find(character.id);
    const std::string preset = role == cast.roles.end() ? "" : role->second.preset;
    text += fmt::format("\n      {} ({})", character.name, preset);
    json.BeginObject().Key("id").String(character.id).Key("preset").String(preset).EndObject();
  }
  text += fmt::format("\n{}, {}, about {}, {:.1f} MB; nothing was written",
                      Counted(book.chapters.size(), "chapter"),
                      Counted(script.characters.size(), "character"), FormatDuration(book.seconds),
                      static_cast<double>(book.bytes) / kMegabyte);
  json.EndArray().Key("seconds").Number(book.seconds);
  json.Key("bytes").Integer(book.bytes).EndObject();
  console.Result(text, json.Text());
}

std::string DescribeDefect(const Script& script, const Defect& defect) {
  constexpr std::size_t kMostShown = 60;
  const ScriptChapter& chapter = script.chapters[defect.chapter];
  const std::string& text = chapter.segments[defect.segment].text;
  std::size_t shown = 0;  // never half a character
  while (shown < text.size() && shown < kMostShown) NextCodePoint(text, shown);
  const std::string number = chapter.number == 0 ? "" : fmt::format("chapter {} ", chapter.number);
  return fmt::format("{}\"{}\", segment {}: {}; a second of silence stands for: {}{}", number,
                     chapter.title, defect.segment + 1, defect.reason, text.substr(0, shown),
                     shown < text.size() ? "..." : "");
}

std::string CountDefects(const RenderReport& report) {
  const std::size_t count = report.defects.size();
  if (count == 0) return "";
  return fmt::format("; {} could not be spoken", Counted(count, "segment"));
}

void WriteDefects(JsonWriter& json, const Script& script, const RenderReport& report) {
  json.Key("defects").BeginArray();
  for (const Defect& defect : report.defects) json.String(DescribeDefect(script, defect));
  json.EndArray();
}

void WriteRendering(JsonWriter& json, const Script& script, const RenderReport& report) {
  json.Key("files").BeginArray();
  for (const fs::path& file : report.files) json.String(file.string());
  for (const fs::path& file : report.companions) json.String(file.string());
  json.EndArray();
  json.Key("samples").Integer(report.samples);
  json.Key("speech_samples").Integer(report.speech_samples);
  json.Key("pause_samples").Integer(report.pause_samples);
  json.Key("sample_rate_hz").Integer(kSampleRateHz);
  json.Key("loudness_lufs").Number(report.loudness_lufs);
  json.Key("peak_dbfs").Number(report.peak_dbfs);
  json.Key("elapsed_seconds").Number(report.elapsed_seconds);
  json.Key("chapters").BeginArray();
  for (const ChapterMark& mark : report.chapters) {
    json.BeginObject().Key("title").String(mark.title);
    json.Key("start_sample").Integer(mark.sample).EndObject();
  }
  json.EndArray();
  WriteDefects(json, script, report);
}

namespace {

std::string DescribeSpeed(double sound_seconds, const RenderReport& report) {
  if (report.IsOfEarlierRun()) return "made before, and nothing has changed since";
  return fmt::format("made in {} ({:.0f} times as fast as it plays)",
                     FormatDuration(report.elapsed_seconds),
                     sound_seconds / report.elapsed_seconds);
}

}  // namespace

std::string DescribeRendering(const RenderReport& report) {
  const double seconds = static_cast<double>(report.samples) / kSampleRateHz;
  return fmt::format("{}, {}, {:.1f} LUFS, peak {:.1f} dBFS; {}{}",
                     Counted(report.chapters.size(), "chapter"), FormatDuration(seconds),
                     report.loudness_lufs, report.peak_dbfs, DescribeSpeed(seconds, report),
                     CountDefects(report));
}

void ReportRendering(const Script& script, const RenderReport& report, const fs::path& output,
                     Console& console) {
  for (const Defect& defect : report.defects) console.Warn(DescribeDefect(script, defect));
  JsonWriter json;
  json.BeginObject().Key("event").String("done").Key("output").String(output.string());
  WriteRendering(json, script, report);
  json.EndObject();
  std::string outputs = report.files.empty() ? "" : report.files.front().string();
  const std::size_t files = report.files.size() + report.companions.size();
  if (files > 1) outputs += fmt::format(" and {} more", files - 1);
  console.Result(outputs + ": " + DescribeRendering(report), json.Text());
}

}  // namespace fullcast
