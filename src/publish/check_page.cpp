#include "publish/check_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/html.h"

namespace fullcast {

namespace {

constexpr const char* kHead = R"html(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Check of an audiobook</title><style>
:root{color-scheme:light dark;--ink:#1d2430;--soft:#556070;--paper:#fff;--panel:#f1f3f6;--edge:#d0d5dc;
--pass:#1c6b2a;--warn:#8a5200;--fail:#b3141d;--wave:#5b8fae;--loud:#c2470a}
@media(prefers-color-scheme:dark){:root{--ink:#ece8e0;--soft:#aeb6c2;--paper:#16191f;--panel:#21262e;
--edge:#3a414c;--pass:#7fd38a;--warn:#f0b357;--fail:#ff8a80;--wave:#4f87a8;--loud:#ffa05c}}
body{font:1rem/1.5 system-ui,sans-serif;max-width:62rem;margin:0 auto;padding:1rem;background:var(--paper);
color:var(--ink)}
h2{margin:2rem 0 .2rem;overflow-wrap:anywhere}.soft{color:var(--soft)}
.pass{color:var(--pass)}.warn{color:var(--warn);font-weight:bold}.fail{color:var(--fail);font-weight:bold}
table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;padding:.25rem 1rem .25rem 0;border-bottom:1px solid var(--edge)}
td{overflow-wrap:anywhere}td:first-child,td:nth-child(4){white-space:nowrap}
figure{margin:1rem 0}figcaption{color:var(--soft);font-size:.9rem}
.picture{position:relative;margin-bottom:1.6rem}
svg{display:block;width:100%;height:14rem;background:var(--panel)}
.wave{fill:var(--wave)}.loud{fill:none;stroke:var(--loud);stroke-width:1.5;vector-effect:non-scaling-stroke}
.level,.chapter{stroke:var(--soft);stroke-opacity:.5;vector-effect:non-scaling-stroke}
.level{stroke-dasharray:2 4}
.found{stroke:var(--fail);stroke-width:2;vector-effect:non-scaling-stroke}
.picture span{position:absolute;font-size:.8rem;color:var(--soft);white-space:nowrap}
.picture .lufs{left:.2rem;color:var(--ink);background:var(--panel);line-height:1;transform:translateY(-50%)}
.picture .time{top:100%;transform:translateX(-50%)}.picture .time:first-of-type{transform:none}
@media(max-width:40rem){thead{position:absolute;clip-path:inset(50%)}
tr{display:block;padding:.4rem 0;border-bottom:1px solid var(--edge)}td{border:0;padding:0 .6rem 0 0}
td:nth-child(n+3){display:block}td:empty{display:none}}
</style></head><body><main>
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
  std::string html =
      "<table><thead><tr><th scope=\"col\">Verdict</th><th scope=\"col\">Rule</th><th "
      "scope=\"col\">Found</th><th scope=\"col\">At</th><th scope=\"col\">What to do</th></tr>"
      "</thead>\n<tbody>\n";
  for (const Finding& finding : findings) {
    html += fmt::format(
        "<tr><td class=\"{0}\">{0}</td><td>{1}</td><td>{2}</td><td>{3}</td><td>{4}</td></tr>\n",
        NameOf(finding.verdict), EscapeHtml(finding.rule), EscapeHtml(finding.what),
        finding.at_seconds ? Clock(*finding.at_seconds) : "", EscapeHtml(finding.advice));
  }
  return html + "</tbody></table>\n";
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

constexpr std::array<float, 2> kLevels = {-20, -40};

// What the lines and the width of a picture mean, beside it: text in it would be stretched.
std::string Axes(double seconds) {
  constexpr double kMostTimes = 6;
  constexpr double kLastTime = 0.97;  // of the width: behind it there is no room for the number
  constexpr std::array<double, 12> kSteps = {1,   5,    10,   30,   60,    300,
                                             600, 1800, 3600, 7200, 18000, 36000};
  const auto step = std::find_if(kSteps.begin(), kSteps.end(),
                                 [&](double each) { return seconds / each <= kMostTimes; });
  std::string axes;
  const double interval = step != kSteps.end() ? *step : seconds / kMostTimes;
  for (double at = 0; at < kLastTime * seconds; at += interval) {
    axes += fmt::format("<span class=\"time\" style=\"left:{:.2f}%\">{}</span>\n",
                        100 * at / seconds, Clock(at));
  }
  for (const float lufs : kLevels) {
    axes += fmt::format("<span class=\"lufs\" style=\"top:{:.1f}%\">{:.0f}</span>\n",
                        100 * LoudnessY(lufs) / kHeight, lufs);
  }
  return axes;
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
      "<figure><div class=\"picture\"><svg viewBox=\"0 0 {} {}\" preserveAspectRatio=\"none\" "
      "role=\"img\" aria-label=\"Waveform and loudness over time\"><path class=\"wave\" "
      "d=\"{}\"/><path class=\"loud\" d=\"{}\"/>\n",
      kWidth, kHeight, wave, curve);
  for (const float lufs : kLevels) {
    svg += fmt::format("<path class=\"level\" d=\"M0 {:.1f}H{}\"/>\n", LoudnessY(lufs), kWidth);
  }
  for (const InspectedChapter& chapter : file.chapters) {
    svg += Line("chapter", chapter.begin_seconds, file.seconds,
                Clock(chapter.begin_seconds) + " " + chapter.title);
  }
  for (const Finding& finding : file.findings) {
    if (finding.verdict == Verdict::kPass || !finding.at_seconds) continue;
    svg += Line("found", *finding.at_seconds, file.seconds, finding.rule + ": " + finding.what);
  }
  return svg + "</svg>\n" + Axes(file.seconds) +
         "</div><figcaption>Blue: peaks. Orange: loudness in LUFS. Grey, upright: chapters. Red: "
         "findings.</figcaption></figure>\n";
}

}  // namespace

std::string WriteCheckPage(const Inspection& inspection) {
  std::string html = kHead;
  const Verdict worst = WorstOf(inspection);
  html += fmt::format(
      "<h1>Check: <span class=\"{0}\">{0}</span></h1>\n<p class=\"soft\">Profile: {1}</p>\n",
      NameOf(worst), EscapeHtml(inspection.profile));
  if (!inspection.folder.empty()) {
    html += "<h2>All files together</h2>\n" + FindingTable(inspection.folder);
  }
  for (const InspectedFile& file : inspection.files) {
    html += fmt::format("<h2>{}</h2>\n<p class=\"soft\">{}, {} Hz, {}, {} chapters</p>\n",
                        EscapeHtml(file.path), EscapeHtml(file.format), file.rate_hz,
                        Clock(file.seconds), file.chapters.size());
    if (file.sound) html += Picture(file);
    html += FindingTable(file.findings);
  }
  return html + "</main></body></html>\n";
}

}  // namespace fullcast
