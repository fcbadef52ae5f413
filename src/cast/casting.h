// Gives every speaker of a script a voice.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "cast/presets.h"
#include "core/cast.h"
#include "core/script.h"

namespace fullcast {

struct CastOptions {
  std::string narrator;  ///< a preset's name; empty: the best narrator of the language
  std::string
      narrating_character;      ///< id of a first-person narrator, who gets the narrator's voice
  bool one_voice = false;       ///< everything is read by the narrator
  std::optional<int> rate_wpm;  ///< the narrator's rate; all others keep their proportion to it
  std::string language;         ///< BCP 47; empty: the book's
  std::map<std::string, Role> kept;  ///< roles that were chosen already, by speaker
};

/// A role for kNarrator, kUnknownSpeaker (the narrator's voice) and every speaker of the script.
///
/// Always: sex and childhood as the script says (a speaker of unknown sex may get either); the
/// narrator's preset for no character; two who talk to each other have different voices. Within
/// that, the sum over all pairs of partners, weighted by turns, of how close their voices sound is
/// made small, the bigger roles get the better presets, and the eight biggest have a preset each
/// while there are enough. What the presets of a language lack is filled with the English ones in
/// the language's own voice, and with higher, lower, slower and quicker forms of a preset.
///
/// Kept roles stay as they are, but for the rate, if one is asked for; the others are cast to suit
/// them. The same input gives the same cast. Throws Error for a narrator that is no preset, and for
/// a language without a narrator.
Cast MakeCast(const Script& script, const Presets& presets, const CastOptions& options);

}  // namespace fullcast
