#include "cli/inspection_report.h"

#include <fmt/format.h>

#include <cmath>

#include "cli/console.h"
#include "core/json_writer.h"

namespace fullcast {

namespace {

// The title of the chapter that a place is in.
std::string ChapterAt(const InspectedFile& file, double seconds) {
  std::string title;
  for (const InspectedChapter& chapter : file.chapters) {
    if (chapter.begin_seconds <= seconds) title = chapter.title;
  }
  return title;
}

std::string DescribeFindings(const std::vector<Finding>& findings, const InspectedFile& file) {
  std::string text;
  for (const Finding& finding : findings) {
    text += fmt::format("\n  {}  {:<14} {}", NameOf(finding.verdict), finding.rule, finding.what);
    if (finding.at_seconds) {
      text += " at " + FormatDuration(*finding.at_seconds);
      const std::string chapter = ChapterAt(file, *finding.at_seconds);
      if (!chapter.empty()) text += " (" + chapter + ")";
    }
    if (!finding.advice.empty()) text += "; " + finding.advice;
  }
  return text;
}

void WriteFindings(JsonWriter& json, const std::vector<Finding>& findings,
                   const InspectedFile& file) {
  json.Key("findings").BeginArray();
  for (const Finding& finding : findings) {
    json.BeginObject().Key("verdict").String(NameOf(finding.verdict));
    json.Key("rule").String(finding.rule).Key("what").String(finding.what);
    json.StringUnlessEmpty("advice", finding.advice);
    if (finding.at_seconds) {
      json.Key("at_seconds").Number(*finding.at_seconds);
      json.StringUnlessEmpty("chapter", ChapterAt(file, *finding.at_seconds));
    }
    json.EndObject();
  }
  json.EndArray();
}

// Silence has no level: such a member is left out.
void WriteLevel(JsonWriter& json, const char* key, double level) {
  if (std::isfinite(level)) json.Key(key).Number(level);
}

}  // namespace

std::string DescribeInspection(const Inspection& inspection) {
  std::string text;
  for (const InspectedFile& file : inspection.files) {
    text += file.path + ": " + NameOf(WorstOf(file.findings));
    text += DescribeFindings(file.findings, file) + "\n";
  }
  if (!inspection.folder.empty()) {
    text += fmt::format("all files together: {}", NameOf(WorstOf(inspection.folder)));
    text += DescribeFindings(inspection.folder, {}) + "\n";
  }
  return text + "check: " + SummarizeInspection(inspection);
}

std::string SummarizeInspection(const Inspection& inspection) {
  std::string text = NameOf(WorstOf(inspection));
  std::size_t rules = 0;
  std::size_t beyond = 0;
  std::string first;
  const auto add = [&](const std::vector<Finding>& findings) {
    rules += findings.size();
    for (const Finding& finding : findings) {
      if (finding.verdict == Verdict::kPass || beyond++ > 0) continue;
      first = fmt::format(": {}: {}", finding.rule, finding.what);
    }
  };
  for (const InspectedFile& file : inspection.files) add(file.findings);
  add(inspection.folder);
  text += fmt::format(", {} of {} rules hold", rules - beyond, rules) + first;
  if (beyond > 1) text += fmt::format(" and {} more", beyond - 1);
  return text;
}

std::string InspectionJson(const Inspection& inspection) {
  JsonWriter json;
  json.BeginObject().Key("event").String("check");
  json.Key("verdict").String(NameOf(WorstOf(inspection)));
  json.StringUnlessEmpty("profile", inspection.profile);
  json.Key("files").BeginArray();
  for (const InspectedFile& file : inspection.files) {
    json.BeginObject().Key("path").String(file.path).Key("format").String(file.format);
    json.Key("verdict").String(NameOf(WorstOf(file.findings)));
    json.Key("sample_rate_hz").Integer(file.rate_hz).Key("channels").Integer(file.channels);
    json.Key("seconds").Number(file.seconds);
    if (file.sound) {
      if (file.sound->loudness_lufs) json.Key("loudness_lufs").Number(*file.sound->loudness_lufs);
      WriteLevel(json, "true_peak_db", file.sound->true_peak_db);
      WriteLevel(json, "rms_db", file.sound->rms_db);
      WriteLevel(json, "noise_floor_db", file.sound->noise_floor_db);
    }
    json.Key("chapters").BeginArray();
    for (const InspectedChapter& chapter : file.chapters) {
      json.BeginObject().Key("title").String(chapter.title);
      json.Key("start_seconds").Number(chapter.begin_seconds).EndObject();
    }
    json.EndArray();
    WriteFindings(json, file.findings, file);
    json.EndObject();
  }
  json.EndArray();
  WriteFindings(json, inspection.folder, {});
  return json.EndObject().Text();
}

}  // namespace fullcast
