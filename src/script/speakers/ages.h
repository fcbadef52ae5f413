// How old the persons of a book are, where its words tell.
#pragma once

#include "script/language/word_lists.h"
#include "script/speakers/dialogue.h"

namespace fullcast {

/// Fills in Person::age. A person known by a noun has the age of that noun ("the old woman", "the
/// boy"). Of a named one the words at the mentions of his name vote ("old Mr. Holt", "little Tom"),
/// and a number of years decides ("Tom, a boy of nine", "Tom was nine years old"). `lists` is the
/// language's file "ages". Linear.
void ReadAges(Dialogue& dialogue, const WordLists& lists);

}  // namespace fullcast
