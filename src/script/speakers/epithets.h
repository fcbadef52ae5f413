// Different words for one person that no rule of naming joins: "Fagin" and "the Jew", "Henry" and
// "Mr. Wilcox".
#pragma once

#include "script/speakers/dialogue.h"

namespace fullcast {

/// Joins persons when those called by the one name answer under the other, and the two never meet.
void JoinEpithets(Dialogue& dialogue);

}  // namespace fullcast
