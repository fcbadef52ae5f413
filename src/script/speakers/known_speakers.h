// Speakers who are known before the text is read: a person has settled their lines.
#pragma once

#include <vector>

#include "script/people/people.h"
#include "script/speakers/dialogue.h"
#include "script/speakers/nominals.h"

namespace fullcast {

/// For each quotation the person who is known to speak it, or -1; empty where none is known. Finds
/// the persons by their names, and makes those that the text doesn't name.
std::vector<int> FindKnownSpeakers(const KnownSpeakers& known, People& people, Nominals& nominals);

}  // namespace fullcast
