#include "publish/check_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/html.h"

namespace fullcast {

namespace {

constexpr const char* kHead = R"html(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Check of an audiobook</title><style>
:root{color-scheme:light dark}
body{font:1rem/1.5 sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;padding:.2rem .6rem;border-bottom:1px solid #8884}
.pass{color:#2a7d2a}.warn{color:#a86500;font-weight:bold}.fail{color:#c22;font-weight:bold}
svg{width:100%;height:14rem;background:#8881}
.wave{fill:#69a}.loud{fill:none;stroke:#d60;stroke-width:1.5;vector-effect:non-scaling-stroke}
.chapter{stroke:#8888;vector-effect:non-scaling-stroke}
.found{stroke:#c22;stroke-width:2;vector-effect:non-scaling-stroke}
</style></head><body>
)html";

constexpr std::size_t kWidth = 1200;
constexpr double kHeight = 200;

std::string Clock(double seconds) {
  const auto whole = static_cast<long>(std::max(seconds, 0.0));
  constexpr long kHour = 3600;
  return fmt::format("{}:{:02}:{:02}", whole / kHour, whole / 60 % 60, whole % 60);
}

std::string FindingTable(std::vector<Finding> findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.verdict > b.verdict; });
  std::string html = "<table><tr><th>Verdict<th>Rule<th>Found<th>At<th>What to do</tr>\n";
  for (const Finding& finding : findings) {
    html += fmt::format("<tr><td class=\"{0}\">{0}<td>{1}<td>{2}<td>{3}<td>{4}</tr>\n",
                        NameOf(finding.verdict), EscapeHtml(finding.rule), EscapeHtml(finding.what),
                        finding.at_seconds ? Clock(*finding.at_seconds) : "",
                        EscapeHtml(finding.advice));
  }
  return html + "</table>\n";
}

// The highest value in each of at most kWidth columns.
std::vector<float> Columns(const std::vector<float>& blocks) {
  const std::size_t count = std::min(blocks.size(), kWidth);
  std::vector<float> columns;
  for (std::size_t i = 0; i < count; ++i) {
    const auto begin = blocks.begin() + static_cast<std::ptrdiff_t>(i * blocks.size() / count);
    const auto end = blocks.begin() + static_cast<std::ptrdiff_t>((i + 1) * blocks.size() / count);
    columns.push_back(*std::max_element(begin, end));
  }
  return columns;
}

// 0 LUFS at the top, -60 at the bottom.
double LoudnessY(float lufs) {
  constexpr double kLeastLufs = -60;
  return std::clamp(double{lufs} / kLeastLufs, 0.0, 1.0) * kHeight;
}

std::string Line(const char* kind, double seconds, double whole_seconds, const std::string& title) {
  const double x = std::clamp(seconds / whole_seconds, 0.0, 1.0) * kWidth;
  return fmt::format(
      "<line class=\"{0}\" x1=\"{1:.1f}\" x2=\"{1:.1f}\" y1=\"0\" y2=\"{2}\"><title>"
      "{3}</title></line>\n",
      kind, x, kHeight, EscapeHtml(title));
}

std::string Picture(const InspectedFile& file) {
  const std::vector<float> peaks = Columns(file.sound->block_peaks);
  const std::vector<float> loudness = Columns(file.sound->blocks_lufs);
  if (peaks.empty() || file.seconds <= 0) return "";
  const double step = double{kWidth} / static_cast<double>(peaks.size());
  std::string wave;
  std::string curve;
  for (std::size_t i = 0; i < peaks.size(); ++i) {
    const double half = std::min(double{peaks[i]}, 1.0) * kHeight / 2;
    const double x = static_cast<double>(i) * step;
    wave += fmt::format("M{:.1f} {:.1f}h{:.1f}v{:.1f}h{:.1f}z", x, kHeight / 2 - half, step,
                        2 * half, -step);
    curve += fmt::format("{}{:.1f} {:.1f}", i == 0 ? "M" : "L", x, LoudnessY(loudness[i]));
  }
  std::string svg = fmt::format(
      "<svg viewBox=\"0 0 {} {}\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"waveform "
      "and "
      "loudness over time\"><path class=\"wave\" d=\"{}\"/><path class=\"loud\" d=\"{}\"/>\n",
      kWidth, kHeight, wave, curve);
  for (const InspectedChapter& chapter : file.chapters) {
    svg += Line("chapter", chapter.begin_seconds, file.seconds,
                Clock(chapter.begin_seconds) + " " + chapter.title);
  }
  for (const Finding& finding : file.findings) {
    if (finding.verdict == Verdict::kPass || !finding.at_seconds) continue;
    svg += Line("found", *finding.at_seconds, file.seconds, finding.rule + ": " + finding.what);
  }
  return svg +
         "</svg>\n<p>Blue: peaks. Orange: loudness, from 0 LUFS at the top to -60. Grey: "
         "chapters. Red: findings.</p>\n";
}

}  // namespace

std::string WriteCheckPage(const Inspection& inspection) {
  std::string html = kHead;
  const Verdict worst = WorstOf(inspection);
  html += fmt::format("<h1>Check: <span class=\"{0}\">{0}</span></h1>\n<p>Profile: {1}</p>\n",
                      NameOf(worst), EscapeHtml(inspection.profile));
  if (!inspection.folder.empty()) {
    html += "<h2>All files together</h2>\n" + FindingTable(inspection.folder);
  }
  for (const InspectedFile& file : inspection.files) {
    html += fmt::format("<h2>{}</h2>\n<p>{}, {} Hz, {}, {} chapters</p>\n", EscapeHtml(file.path),
                        EscapeHtml(file.format), file.rate_hz, Clock(file.seconds),
                        file.chapters.size());
    if (file.sound) html += Picture(file);
    html += FindingTable(file.findings);
  }
  return html + "</body></html>\n";
}

}  // namespace fullcast
