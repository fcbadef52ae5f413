// The sex of persons whose names do not tell it.
#pragma once

#include "script/people/people.h"

namespace fullcast {

/// Lets the pronouns behind the mentions of each person vote on the sex; where a given name tells
/// it, only many votes against it count, and no vote counts against a title.
void VoteGenders(const Text& text, const Names& names, People& people);

}  // namespace fullcast
