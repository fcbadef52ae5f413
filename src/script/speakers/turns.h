// Turns of speech out of quotations: which quotations are one turn, and the cue of each.
#pragma once

#include <vector>

#include "script/quotes/quotation.h"
#include "script/speakers/cues.h"
#include "script/speakers/dialogue.h"

namespace fullcast {

/// Makes the turns of a text that was tokenised with these quotations, in reading order, each with
/// its cue. Of a quotation whose speaker is known (`known` is by quotation, -1 or empty: unknown)
/// the cue names him.
std::vector<Turn> CollectTurns(const Text& text, const People& people, const CueReader& cues,
                               const std::vector<Quotation>& quotations,
                               const std::vector<int>& known);

}  // namespace fullcast
