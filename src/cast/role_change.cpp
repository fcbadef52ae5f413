#include "cast/role_change.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "cast/voice_json.h"
#include "core/error.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::string_view kPreset = "preset";
constexpr std::size_t kMostNamed = 8;

bool IsSpeaker(const Script& script, const std::string& speaker) {
  return speaker == kNarrator || speaker == kUnknownSpeaker ||
         script.FindCharacter(speaker) != nullptr;
}

// Levenshtein's distance, in bytes.
std::size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = std::exchange(row[j + 1], std::min({replaced, row[j] + 1, row[j + 1] + 1}));
    }
  }
  return row.back();
}

// How unlike a character what was typed is: a part of an id or a name is the most alike.
std::size_t Unlikeness(const Character& character, const std::string& typed) {
  constexpr std::size_t kLongestCompared = 60;
  if (typed.size() > kLongestCompared) return kLongestCompared;
  const auto holds = [&](const std::string& name) {
    return Lowercase(name).find(typed) != std::string::npos;
  };
  if (holds(character.id) || holds(character.name) ||
      std::any_of(character.aliases.begin(), character.aliases.end(), holds)) {
    return 0;
  }
  return EditDistance(character.id.substr(0, kLongestCompared), typed);
}

std::string MostSimilar(const Script& script, const std::string& typed) {
  std::vector<std::pair<std::size_t, std::string>> ids;
  for (const Character& character : script.characters) {
    ids.emplace_back(Unlikeness(character, Lowercase(typed)), character.id);
  }
  std::stable_sort(ids.begin(), ids.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  if (ids.size() > kMostNamed) ids.resize(kMostNamed);
  std::string named;
  for (const auto& [unlikeness, id] : ids) named += id + ", ";
  return named + kNarrator + ", " + kUnknownSpeaker;
}

void Apply(const RoleChange& change, const Presets& presets, Role& role) {
  if (change.field != kPreset) {
    SetVoiceField(role.voice, change.field, change.value);
    return;
  }
  const Preset* preset = presets.Find(change.value);
  if (preset == nullptr) {
    throw Error("there is no voice preset \"" + change.value + "\": `fullcast voices` lists them");
  }
  role = {preset->name, preset->voice};
}

}  // namespace

void CheckSpeaker(const Script& script, const std::string& speaker) {
  if (IsSpeaker(script, speaker)) return;
  throw Error("the script has no speaker \"" + speaker + "\"; the most similar are " +
              MostSimilar(script, speaker));
}

RoleChange ParseRoleChange(std::string_view text, const Script& script) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0 || equals + 1 > text.size()) {
    throw Error("\"" + std::string(text) +
                "\" is no change of a role: write speaker.setting=value or speaker=preset, as in "
                "elizabeth.pitch=62");
  }
  std::string speaker(text.substr(0, equals));
  const std::string value(text.substr(equals + 1));
  const std::size_t dot = speaker.rfind('.');
  if (dot == std::string::npos || IsSpeaker(script, speaker)) {
    CheckSpeaker(script, speaker);
    return {std::move(speaker), std::string(kPreset), value};
  }
  RoleChange change{speaker.substr(0, dot), speaker.substr(dot + 1), value};
  CheckSpeaker(script, change.speaker);
  return change;
}

std::vector<RoleChange> ParseTry(std::string_view text, const std::string& speaker) {
  std::vector<RoleChange> changes;
  for (std::string_view rest = text; !rest.empty() || changes.empty();) {
    const std::string_view part = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) {
      throw Error("\"" + std::string(text) +
                  "\" is no voice to try: write setting=value,..., as in preset=alice,pitch=70");
    }
    changes.push_back(
        {speaker, std::string(part.substr(0, equals)), std::string(part.substr(equals + 1))});
  }
  return changes;
}

void ApplyChanges(const std::vector<RoleChange>& changes, const Presets& presets, Cast& cast) {
  for (const RoleChange& change : changes) {
    try {
      Apply(change, presets, cast.roles[change.speaker]);
    } catch (const Error& error) {
      throw error.Within(change.speaker);
    }
  }
}

bool NeedCalibration(const std::vector<RoleChange>& changes, const std::string& speaker) {
  bool needed = false;
  for (const auto& [who, field, value] : changes) {
    if (who != speaker) continue;
    if (field == kPreset || field == "gain") needed = false;
    if (field == "voice" || field == "variant" || field == "pitch" || field == "range") {
      needed = true;
    }
  }
  return needed;
}

}  // namespace fullcast
