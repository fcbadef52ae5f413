// Whom the pronouns of the narration mean.
#pragma once

#include <vector>

#include "script/speakers/dialogue.h"

namespace fullcast {

/// Somebody does something in the narration: a name that starts a clause, or "he" and "she".
struct Action {
  int token = 0;
  int paragraph = 0;
  int person = 0;
  int named = -1;  ///< who of that sex was in view, of those who have names; or -1
};

/// Follows who the narration has in view, a man and a woman at a time: the last of each sex who was
/// the subject of a clause, or, in a new paragraph, was named at all (J. R. Hobbs, Resolving
/// pronoun references, 1978, in its simplest form). Everybody leaves at the end of a chapter. The
/// actions are in reading order. Linear.
std::vector<Action> ResolvePronouns(const Dialogue& dialogue);

}  // namespace fullcast
