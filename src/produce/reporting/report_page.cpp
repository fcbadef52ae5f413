#include "produce/reporting/report_page.h"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "core/html.h"
#include "produce/reporting/report_charts.h"

namespace fullcast {

namespace {

constexpr const char* kStyle = R"(
:root { color-scheme: light dark; --ink: #1d2430; --soft: #556070; --paper: #fff; --card: #f6f4ef;
  --edge: #d8d3c8; --told: #8795a8; --said: #c2552d; --woman: #a3487a; --man: #2f6f9f; --other: #6b6b6b; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece8e0; --soft: #aeb6c2; --paper: #16191f;
  --card: #21262e; --edge: #3a414c; --told: #5e6c80; --said: #e58a5f; --woman: #e08cb9;
  --man: #7db9e6; --other: #b5b5b5; } }
body { font: 17px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 1em; max-width: 62em;
  background: var(--paper); color: var(--ink); }
#cast { margin-top: 3em; } h1 { margin-bottom: 0; } h2 { margin: 2em 0 .4em; } .soft { color: var(--soft); }
nav a { margin-right: 1em; } a { color: inherit; }
dl.figures { display: flex; flex-wrap: wrap; gap: 1em; margin: 1em 0; }
dl.figures div { background: var(--card); border: 1px solid var(--edge); border-radius: .6em;
  padding: .6em 1.2em; } dl.figures dt { color: var(--soft); }
dl.figures dd { margin: 0; font-size: 1.6em; }
.key span { display: inline-block; width: .9em; height: .9em; margin: 0 .3em 0 1em; }
.key .told { background: var(--told); } .key .said { background: var(--said); }
.doubt { border-left: .3em solid var(--said); background: var(--card); padding: .6em 1em; margin: 1em 0; }
.doubt p { margin: .3em 0; } .doubt blockquote { margin: .5em 0; } code { overflow-wrap: anywhere; }
table.list { border-collapse: collapse; width: 100%; }
.list th, .list td { text-align: left; vertical-align: top; padding: .25em 1em .25em 0;
  border-bottom: 1px solid var(--edge); }
.list td { overflow-wrap: anywhere; }
@media (max-width: 40em) { .list thead { position: absolute; clip-path: inset(50%); }
  .list tr { display: block; padding: .4em 0; border-bottom: 1px solid var(--edge); }
  .list th, .list td { display: inline; border: 0; } .list td:empty { display: none; }
  .list td[data-unit]::after { content: " " attr(data-unit); } .list td:last-child { display: block; } }
)";

class Page {
 public:
  Page(const Script& script, const Cast& cast, const Presets& presets, const ReportFacts& facts)
      : script_(script), cast_(cast), presets_(presets), facts_(facts) {}

  [[nodiscard]] std::string All() const {
    return Head() + Overview() + Chapters() + "<div id=\"cast\">\n" +
           FormatCastSection(script_, cast_, presets_, facts_.sound, facts_.script_path) +
           "</div>\n" + Doubts() + Names() + Unread() + "</main>\n</body>\n</html>\n";
  }

 private:
  [[nodiscard]] std::string Head() const {
    const std::string title = EscapeHtml(script_.book.title);
    const std::string author = EscapeHtml(script_.book.author);
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
        "name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{0}: "
        "report</title>\n<style>{1}{2}</style>\n</head>\n<body>\n<main>\n<h1>{0}</h1>\n<p "
        "class=\"soft\">{3}</p>\n<nav aria-label=\"Parts of this page\"><a "
        "href=\"#chapters\">Chapters</a><a href=\"#cast\">Cast</a><a href=\"#doubts\">Doubtful "
        "speakers</a><a href=\"#names\">Names</a><a href=\"#unread\">Not read</a></nav>\n",
        title, kStyle, kChartStyle, author);
  }

  [[nodiscard]] std::string Overview() const {
    std::size_t quotations = 0;
    std::size_t chapters = 0;
    for (const ScriptChapter& chapter : script_.chapters) {
      bool read = false;
      for (const Segment& segment : chapter.segments) {
        read = read || segment.skip.empty();
        quotations += segment.skip.empty() && segment.speaker != kNarrator ? 1 : 0;
      }
      chapters += read ? 1 : 0;
    }
    const auto minutes = std::lround(facts_.estimate.seconds / 60);
    const auto figure = [](const char* name, const std::string& value) {
      return fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, value);
    };
    return "<dl class=\"figures\">\n" +
           figure("about", fmt::format("{}:{:02} h", minutes / 60, minutes % 60)) +
           figure("chapters", std::to_string(chapters)) +
           figure("characters", std::to_string(script_.characters.size())) +
           figure("spoken lines", std::to_string(quotations)) +
           figure("doubtful", std::to_string(facts_.review.total)) + "</dl>\n";
  }

  [[nodiscard]] std::string Chapters() const {
    std::string section =
        "<section id=\"chapters\">\n<h2>Chapters</h2>\n<p class=\"key soft\"><span "
        "class=\"told\"></span>the narrator<span class=\"said\"></span>everybody else</p>\n" +
        FormatChapterBars(script_, facts_.estimate);
    const std::string presence = FormatPresence(script_);
    if (!presence.empty()) {
      section +=
          "<h3>Who is heard where</h3>\n<p class=\"soft\">A column a chapter; the bigger the "
          "dot, the longer somebody speaks.</p>\n" +
          presence;
    }
    return section + "</section>\n";
  }

  [[nodiscard]] std::string NameOf(const std::string& speaker) const {
    if (speaker == kNarrator) return "the narrator";
    const Character* character = script_.FindCharacter(speaker);
    return character == nullptr ? "unknown" : character->name;
  }

  [[nodiscard]] std::string Doubts() const {
    std::string section = "<section id=\"doubts\">\n<h2>Doubtful speakers</h2>\n";
    if (facts_.review.doubts.empty()) return section + "<p>There are none.</p>\n</section>\n";
    section += fmt::format(
        "<p class=\"soft\">The worst {} of {}. To settle one: <code>fullcast review {} --set "
        "CHAPTER:SEGMENT=SPEAKER</code></p>\n",
        facts_.review.doubts.size(), facts_.review.total, EscapeHtml(facts_.script_path));
    for (const Doubt& doubt : facts_.review.doubts) {
      std::string others;
      for (const std::string& other : doubt.others) {
        others += (others.empty() ? "; also there: " : ", ") + EscapeHtml(NameOf(other));
      }
      section += fmt::format(
          "<article class=\"doubt\">\n<p><code>{}</code> <strong>{}</strong>, {:.0f} % sure{}</p>\n"
          "<p class=\"soft\">{}</p>\n<blockquote>{}</blockquote>\n<p class=\"soft\">{}</p>\n"
          "</article>\n",
          AddressOf(doubt.at), EscapeHtml(NameOf(doubt.speaker)), 100 * doubt.confidence, others,
          EscapeHtml(doubt.before), EscapeHtml(doubt.text), EscapeHtml(doubt.after));
    }
    return section + "</section>\n";
  }

  [[nodiscard]] std::string Names() const {
    std::string rows;
    for (const ProperName& name : facts_.names) {
      rows += fmt::format(
          "<tr><th scope=\"row\">{}</th><td "
          "data-unit=\"times\">{}</td><td><code>{}</code></td><td>{}</td><td>{}: "
          "{}</td></tr>\n",
          EscapeHtml(name.name), name.count, EscapeHtml(name.phonemes), EscapeHtml(name.lexicon),
          name.chapter + 1, EscapeHtml(name.first_use));
    }
    return "<section id=\"names\">\n<h2>Names and how they are said</h2>\n<table class=\"list\">\n"
           "<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Times</th><th scope=\"col\">"
           "Phonemes</th><th scope=\"col\">Lexicon</th><th scope=\"col\">First "
           "use</th></tr></thead>\n"
           "<tbody>\n" +
           rows + "</tbody>\n</table>\n</section>\n";
  }

  [[nodiscard]] std::string Unread() const {
    struct Group {
      std::size_t segments = 0;
      std::size_t bytes = 0;
      std::string words;
    };
    std::map<std::string, Group> groups;
    for (const ScriptChapter& chapter : script_.chapters) {
      for (const Segment& segment : chapter.segments) {
        if (segment.skip.empty()) continue;
        Group& group = groups[segment.skip];
        if (group.segments++ == 0) group.words = segment.text;
        group.bytes += segment.text.size();
      }
    }
    std::string rows;
    for (const auto& [reason, group] : groups) {
      constexpr std::size_t kMostBytes = 90;
      const std::size_t space = group.words.rfind(' ', kMostBytes);
      const bool whole = group.words.size() <= kMostBytes || space == std::string::npos;
      rows += fmt::format(
          "<tr><th scope=\"row\">{}</th><td data-unit=\"passages,\">{}</td><td "
          "data-unit=\"bytes\">{}</td><td>{}</td></tr>\n",
          EscapeHtml(reason), group.segments, group.bytes,
          EscapeHtml(whole ? group.words : group.words.substr(0, space) + " …"));
    }
    const std::string section = "<section id=\"unread\">\n<h2>What is not read</h2>\n";
    if (rows.empty()) return section + "<p>Everything is read.</p>\n</section>\n";
    return section +
           "<table class=\"list\">\n<thead><tr><th scope=\"col\">Why</th><th scope=\"col\">"
           "Passages</th><th scope=\"col\">Bytes</th><th scope=\"col\">The first of them</th></tr>"
           "</thead>\n<tbody>\n" +
           rows + "</tbody>\n</table>\n</section>\n";
  }

  const Script& script_;
  const Cast& cast_;
  const Presets& presets_;
  const ReportFacts& facts_;
};

}  // namespace

std::string FormatReportPage(const Script& script, const Cast& cast, const Presets& presets,
                             const ReportFacts& facts) {
  return Page(script, cast, presets, facts).All();
}

}  // namespace fullcast
