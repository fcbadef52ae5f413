#include "cast/casting.h"

#include <algorithm>
#include <cmath>

#include "cast/conversation.h"
#include "cast/part_casting.h"
#include "cast/voice_json.h"
#include "cast/voice_pool.h"
#include "core/error.h"

namespace fullcast {

namespace {

const Preset& NarratorPreset(const Script& script, const Presets& presets,
                             const CastOptions& options, const std::string& language) {
  const auto kept = options.kept.find(kNarrator);
  const std::string& name = kept == options.kept.end() ? options.narrator : kept->second.preset;
  if (name.empty()) {
    const Character* narrating = script.FindCharacter(options.narrating_character);
    return BestNarrator(presets, language, narrating ? narrating->gender : Gender::kUnknown);
  }
  const Preset* preset = presets.Find(name);
  if (preset == nullptr) {
    throw Error("there is no voice preset \"" + name +
                "\" for the narrator: `fullcast voices` lists them");
  }
  return *preset;
}

// The accents that suit the book: those of its own region, else of the narrator's ("en-GB").
std::string RegionOf(const std::string& language, const Preset& narrator) {
  if (language.size() > PrimaryLanguage(language).size()) return language;
  if (PrimaryLanguage(narrator.language) != PrimaryLanguage(language)) return language;
  return narrator.language;
}

void SetRate(Cast& cast, int narrator_wpm) {
  const double factor = static_cast<double>(narrator_wpm) / cast.roles.at(kNarrator).voice.rate_wpm;
  for (auto& [speaker, role] : cast.roles) {
    const auto rate = static_cast<int>(std::lround(role.voice.rate_wpm * factor));
    role.voice.rate_wpm = std::clamp(rate, kLeastRateWpm, kMostRateWpm);
  }
}

}  // namespace

Cast MakeCast(const Script& script, const Presets& presets, const CastOptions& options) {
  const std::string& language = options.language.empty() ? script.book.language : options.language;
  const Preset& narrator = NarratorPreset(script, presets, options, language);
  Cast cast{options.kept};
  cast.roles.try_emplace(kNarrator, Role{narrator.name, narrator.voice});
  const Role narration = cast.roles.at(kNarrator);
  cast.roles.try_emplace(kUnknownSpeaker, narration);
  if (!options.narrating_character.empty()) {
    cast.roles.try_emplace(options.narrating_character, narration);
  }
  if (options.one_voice) {
    for (const Part& part : ConversationOf(script).parts) {
      cast.roles.try_emplace(part.speaker, narration);
    }
  } else {
    const PartCasting casting(script, RegionOf(language, narrator),
                              CharacterPresets(presets, language, narrator), presets, cast.roles);
    cast.roles.merge(casting.Solve());
  }
  if (options.rate_wpm) SetRate(cast, *options.rate_wpm);
  return cast;
}

}  // namespace fullcast
