// The sex of persons whose names do not tell it, by pronouns.
#pragma once

#include <string_view>

#include "script/people/people.h"

namespace fullcast {

/// The sex that a pronoun in lower case tells; unknown of any other word.
Gender GenderOfPronoun(std::string_view word);

/// Lets the pronouns behind the mentions of each person vote on the sex; where a given name tells
/// it, only many votes against it count, and no vote counts against a title. A colonel of whom no
/// pronoun tells is a man, as nearly all are in older novels.
void VoteGenders(const Text& text, const Names& names, People& people);

}  // namespace fullcast
