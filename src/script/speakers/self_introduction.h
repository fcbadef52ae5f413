// Speakers who say who they are: "My name is Helen Stoner."
#pragma once

#include "script/language/word_lists.h"
#include "script/speakers/dialogue.h"

namespace fullcast {

/// Takes a name that a speaker gives as his own for a cue that names him. Where the cue calls him
/// by a noun ("replied our visitor"), that person has the name in the whole chapter. `lists` is the
/// language's file "introductions": its section "self-introduction" holds the phrases, their words
/// joined by "_".
void HearSelfIntroductions(Dialogue& dialogue, const WordLists& lists);

}  // namespace fullcast
