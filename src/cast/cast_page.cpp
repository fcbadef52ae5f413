#include "cast/cast_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cast/cast_graph.h"
#include "cast/cast_table.h"
#include "cast/conversation.h"
#include "core/html.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostPartners = 5;

constexpr const char* kStyle = R"(<style>
.cast { --ink: #1d2430; --soft: #556070; --paper: #fff; --card: #f6f4ef; --edge: #d8d3c8;
  --woman: #a3487a; --man: #2f6f9f; --other: #6b6b6b; color: var(--ink); }
@media (prefers-color-scheme: dark) { .cast { --ink: #ece8e0; --soft: #aeb6c2; --paper: #16191f;
  --card: #21262e; --edge: #3a414c; --woman: #e08cb9; --man: #7db9e6; --other: #b5b5b5; } }
.cast h2, .cast h3 { margin: 0 0 .25em; }
.cast audio { width: 100%; max-width: 40em; }
.cast .graph { overflow-x: auto; margin: 1em 0; }
.cast .graph svg { display: block; width: 100%; min-width: 40em; max-width: 56em; margin: 0 auto; }
.cast .graph text { font: 15px system-ui, sans-serif; fill: var(--ink); }
.cast .graph path { stroke: var(--soft); stroke-linecap: round; }
.cast .woman { fill: var(--woman); } .cast .man { fill: var(--man); } .cast .other { fill: var(--other); }
.cast .legend { text-align: center; color: var(--soft); }
.cast .dot { display: inline-block; width: .8em; height: .8em; border-radius: 50%; margin: 0 .3em 0 1em; }
.cast .dot.woman { background: var(--woman); } .cast .dot.man { background: var(--man); }
.cast .dot.other { background: var(--other); }
.cast ul { list-style: none; padding: 0; display: grid; gap: 1em;
  grid-template-columns: repeat(auto-fill, minmax(17em, 1fr)); }
.cast li { background: var(--card); border: 1px solid var(--edge); border-radius: .6em; padding: 1em; }
.cast li p { margin: .4em 0; } .cast .who, .cast .settings { color: var(--soft); }
.cast meter { width: 100%; height: .8em; }
.cast button { font: inherit; padding: .4em 1em; border-radius: .4em; border: 1px solid var(--edge);
  background: var(--paper); color: var(--ink); cursor: pointer; }
.cast button:focus-visible, .cast summary:focus-visible, .cast .graph:focus-visible { outline: 3px solid var(--man); outline-offset: 2px; }
.cast code { overflow-wrap: anywhere; }
</style>
)";

// Plays a stretch of the one sound; a second press stops it, and so does the stretch's end.
constexpr const char* kScript = R"(<script>
(() => {
  const audio = document.getElementById('cast-sound');
  const buttons = document.querySelectorAll('.cast button[data-begin]');
  let playing = null;
  const stop = () => {
    if (playing) playing.textContent = 'Hear ' + playing.dataset.name;
    playing = null;
    audio.pause();
  };
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const again = button === playing;
      stop();
      if (again) return;
      audio.currentTime = Number(button.dataset.begin);
      playing = button;
      button.textContent = 'Stop ' + button.dataset.name;
      try { await audio.play(); } catch (error) { if (playing === button) stop(); }
    });
  }
  audio.addEventListener('timeupdate', () => {
    if (playing && audio.currentTime >= Number(playing.dataset.end) - 0.05) stop();
  });
  audio.addEventListener('ended', stop);
})();
</script>
)";

std::string WhoIs(const Part& part) {
  if (part.character == nullptr)
    return part.speaker == kNarrator ? "reads the story" : "nobody in particular";
  std::string who;
  switch (part.character->gender) {
    case Gender::kFemale:
      who = part.character->age == "child" ? "girl" : "woman";
      break;
    case Gender::kMale:
      who = part.character->age == "child" ? "boy" : "man";
      break;
    default:
      who = part.character->age == "child" ? "child" : "of unknown sex";
  }
  if (!part.character->age.empty() && part.character->age != "child")
    who = part.character->age + " " + who;
  return who;
}

std::string NameOfPart(const Part& part) {
  if (part.character != nullptr) return part.character->name;
  return part.speaker == kNarrator ? "The narrator" : "Unknown speakers";
}

class Cards {
 public:
  Cards(const Script& script, const Cast& cast, const Presets& presets, const CastSound& sound,
        const std::string& script_path)
      : conversation_(ConversationOf(script)), cast_(cast), presets_(presets), path_(script_path) {
    for (const Part& part : conversation_.parts) lines_ += part.lines;
    for (const HeardSpeaker& each : sound.speakers) heard_.emplace(each.speaker, each);
    for (const Partners& each : conversation_.partners) {
      if (each.turns == 0) continue;
      partners_[each.a].emplace_back(each.turns, each.b);
      partners_[each.b].emplace_back(each.turns, each.a);
    }
  }

  [[nodiscard]] std::string All() const {
    std::string cards = "<ul>\n";
    for (std::size_t i = 0; i < conversation_.parts.size(); ++i) cards += Card(i);
    return cards + "</ul>\n";
  }

 private:
  [[nodiscard]] std::string Card(std::size_t index) const {
    const Part& part = conversation_.parts[index];
    const std::string name = EscapeHtml(NameOfPart(part));
    std::string card = fmt::format("<li>\n<h3>{}</h3>\n<p class=\"who\">{}, <code>{}</code></p>\n",
                                   name, EscapeHtml(WhoIs(part)), EscapeHtml(part.speaker));
    const double percent = 100.0 * static_cast<double>(part.lines) / static_cast<double>(lines_);
    const auto role = cast_.roles.find(part.speaker);
    const int rate = role == cast_.roles.end() ? Voice{}.rate_wpm : role->second.voice.rate_wpm;
    constexpr double kLong = 10;
    const double minutes = EstimateSeconds(part.letters, rate) / 60;
    card += fmt::format(
        "<p><meter min=\"0\" max=\"100\" value=\"{0:.1f}\" aria-label=\"share of lines\">{0:.1f} "
        "%</meter>{0:.1f} % of the lines: {1}, about {2:.{3}f} minutes</p>\n",
        percent, part.lines, minutes, minutes < kLong ? 1 : 0);
    card += PartnersOf(index);
    if (role != cast_.roles.end()) card += VoiceOf(part, role->second);
    card += Button(part, name);
    return card + "</li>\n";
  }

  [[nodiscard]] std::string PartnersOf(std::size_t index) const {
    const auto found = partners_.find(index);
    if (found == partners_.end()) return {};
    auto partners = found->second;
    std::stable_sort(partners.begin(), partners.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    if (partners.size() > kMostPartners) partners.resize(kMostPartners);
    std::string names;
    for (const auto& [turns, other] : partners) {
      names += fmt::format("{}{} ({:.0f})", names.empty() ? "" : ", ",
                           EscapeHtml(NameOfPart(conversation_.parts[other])), turns);
    }
    return "<p>Talks to " + names + "</p>\n";
  }

  [[nodiscard]] std::string VoiceOf(const Part& part, const Role& role) const {
    const Preset* preset = presets_.Find(role.preset);
    std::string text = "<p>Voice: <strong>" + EscapeHtml(role.preset) + "</strong>";
    if (preset != nullptr && !preset->description.empty()) {
      text += ", " + EscapeHtml(preset->description);
    }
    text += "</p>\n<p class=\"settings\">" + EscapeHtml(DescribeVoice(role.voice)) + "</p>\n";
    return text + fmt::format(
                      "<details><summary>Change it</summary><p><code>fullcast cast {0} --set "
                      "{1}.pitch={2}</code></p><p><code>fullcast audition {0} --character {1} "
                      "--try pitch={3}</code></p></details>\n",
                      EscapeHtml(path_), EscapeHtml(part.speaker), role.voice.pitch,
                      std::min(role.voice.pitch + 10, 99));
  }

  // Hidden until the page's script runs, without which it would do nothing.
  [[nodiscard]] std::string Button(const Part& part, const std::string& name) const {
    const auto found = heard_.find(part.speaker);
    if (found == heard_.end()) return {};
    return fmt::format(
        "<button type=\"button\" hidden data-name=\"{0}\" data-begin=\"{1:.3f}\" "
        "data-end=\"{2:.3f}\">Hear {0}</button>\n",
        name, found->second.begin_s, found->second.end_s);
  }

  Conversation conversation_;
  const Cast& cast_;
  const Presets& presets_;
  const std::string& path_;
  std::size_t lines_ = 0;
  std::map<std::string, HeardSpeaker> heard_;
  std::map<std::size_t, std::vector<std::pair<double, std::size_t>>> partners_;
};

std::string FormatSound(const CastSound& sound) {
  if (sound.bytes.empty()) return {};
  return fmt::format(
      "<p><label for=\"cast-sound\">Everybody, one after the other:</label></p>\n"
      "<audio id=\"cast-sound\" controls preload=\"metadata\" src=\"data:{};base64,{}\"></audio>\n",
      sound.media_type, Base64(sound.bytes));
}

}  // namespace

std::string FormatCastSection(const Script& script, const Cast& cast, const Presets& presets,
                              const CastSound& sound, const std::string& script_path) {
  std::string section = "<section class=\"cast\" aria-labelledby=\"cast-title\">\n";
  section += kStyle;
  section += "<h2 id=\"cast-title\">The cast</h2>\n" + FormatSound(sound);
  const std::string graph = FormatCastGraph(script);
  if (!graph.empty()) {
    section += graph +
               "<p class=\"legend\"><span class=\"dot woman\"></span>women<span class=\"dot "
               "man\"></span>men<span class=\"dot other\"></span>of unknown sex. The wider a line, "
               "the more two talk to each other.</p>\n";
  }
  section += Cards(script, cast, presets, sound, script_path).All();
  if (!sound.bytes.empty()) section += kScript;
  return section + "</section>\n";
}

std::string FormatCastPage(const Script& script, const Cast& cast, const Presets& presets,
                           const CastSound& sound, const std::string& script_path) {
  const std::string title = EscapeHtml(script.book.title);
  return fmt::format(
             "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
             "<title>The cast of {0}</title>\n<style>\nbody {{ font: 17px/1.5 system-ui, "
             "sans-serif; margin: 0 auto; padding: 1em; max-width: 70em; background: #fff; color: "
             "#1d2430; }}\n@media (prefers-color-scheme: dark) {{ body {{ background: #16191f; "
             "color: #ece8e0; }} }}\n</style>\n</head>\n<body>\n<main>\n<h1>{0}</h1>\n",
             title) +
         FormatCastSection(script, cast, presets, sound, script_path) +
         "</main>\n</body>\n</html>\n";
}

}  // namespace fullcast
