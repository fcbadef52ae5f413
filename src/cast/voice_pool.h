// The voices a book can be cast from.
#pragma once

#include <string>
#include <vector>

#include "cast/presets.h"

namespace fullcast {

/// The preset with the highest quality among the narrators of a language, those of its region
/// first ("en-US" for "en-US"), then those of this sex, if one is asked for. Throws Error if the
/// language has none.
const Preset& BestNarrator(const Presets& presets, const std::string& language,
                           Gender sex = Gender::kUnknown);

/// Presets for characters of a book in this language: its own, then, for any language but English,
/// the English ones carried over to its voice (a variant does not depend on the language).
/// Narrators are not among them, nor what would sound like `narrator`.
std::vector<Preset> CharacterPresets(const Presets& presets, const std::string& language,
                                     const Preset& narrator);

/// A preset as it is (`strangeness` 0), or higher or lower, quicker or slower.
struct VoiceForm {
  std::size_t preset = 0;  ///< index into the presets given
  Voice voice;
  double strangeness = 0;  ///< how far from the preset as it was made, at most 1
};

/// All forms that stay in the natural pitch of the preset's sex and age, preset by preset.
std::vector<VoiceForm> FormsOf(const std::vector<Preset>& presets);

}  // namespace fullcast
